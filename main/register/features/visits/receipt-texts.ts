import type { PaymentMethod } from '#shared/features/visits/kinds.ts';
import type { Language } from '#shared/values/language.ts';

interface ReceiptTexts {
  receipt: string;
  creditNote: string;
  /** Before the number of the receipt that is taken back. */
  credits: string;
  businessId: string;
  vatNumber: string;
  date: string;
  visitDate: string;
  customer: string;
  columns: { what: string; quantity: string; unitPrice: string; discount: string; vat: string; sum: string };
  byRate: { rate: string; net: string; tax: string; gross: string };
  total: string;
  refunded: string;
  /** The same of what goes on an invoice: nothing has been paid or given back yet. */
  invoiced: { total: string; refunded: string };
  payment: string;
  payments: Record<PaymentMethod, string>;
  /** Why there is no tax on the lines of 0 %. */
  exempt: string;
}

export const receiptTexts: Record<Language, ReceiptTexts> = {
  fi: {
    receipt: 'Kuitti',
    creditNote: 'Hyvityskuitti',
    credits: 'Hyvittää kuitin',
    businessId: 'Y-tunnus',
    vatNumber: 'ALV-tunniste',
    date: 'Päivä',
    visitDate: 'Käyntipäivä',
    customer: 'Asiakas',
    columns: {
      what: 'Palvelu tai tuote',
      quantity: 'Määrä',
      unitPrice: 'Hinta',
      discount: 'Alennus',
      vat: 'ALV',
      sum: 'Yhteensä',
    },
    byRate: { rate: 'ALV-kanta', net: 'Veroton', tax: 'Vero', gross: 'Verollinen' },
    total: 'Maksettu yhteensä',
    refunded: 'Palautettu yhteensä',
    invoiced: { total: 'Laskutetaan yhteensä', refunded: 'Hyvitetään yhteensä' },
    payment: 'Maksutapa',
    payments: {
      card: 'kortti',
      cash: 'käteinen',
      invoice: 'lasku',
      online: 'maksettu verkossa',
      voucher: 'lahjakortti',
      none: 'ei veloitettu',
    },
    exempt: 'ALV 0 %: veroton terveyden- ja sairaanhoito (arvonlisäverolaki 34 §).',
  },
  sv: {
    receipt: 'Kvitto',
    creditNote: 'Kreditkvitto',
    credits: 'Krediterar kvitto',
    businessId: 'FO-nummer',
    vatNumber: 'Momsnummer',
    date: 'Datum',
    visitDate: 'Besöksdag',
    customer: 'Kund',
    columns: {
      what: 'Tjänst eller produkt',
      quantity: 'Antal',
      unitPrice: 'Pris',
      discount: 'Rabatt',
      vat: 'Moms',
      sum: 'Totalt',
    },
    byRate: { rate: 'Momssats', net: 'Utan skatt', tax: 'Skatt', gross: 'Med skatt' },
    total: 'Betalt totalt',
    refunded: 'Återbetalt totalt',
    invoiced: { total: 'Faktureras totalt', refunded: 'Krediteras totalt' },
    payment: 'Betalningssätt',
    payments: {
      card: 'kort',
      cash: 'kontanter',
      invoice: 'faktura',
      online: 'betalt på nätet',
      voucher: 'presentkort',
      none: 'debiteras inte',
    },
    exempt: 'Moms 0 %: skattefri hälso- och sjukvård (mervärdesskattelagen 34 §).',
  },
  en: {
    receipt: 'Receipt',
    creditNote: 'Credit receipt',
    credits: 'Credits receipt',
    businessId: 'Business ID',
    vatNumber: 'VAT number',
    date: 'Date',
    visitDate: 'Date of visit',
    customer: 'Customer',
    columns: {
      what: 'Service or product',
      quantity: 'Quantity',
      unitPrice: 'Price',
      discount: 'Discount',
      vat: 'VAT',
      sum: 'Total',
    },
    byRate: { rate: 'VAT rate', net: 'Without tax', tax: 'Tax', gross: 'With tax' },
    total: 'Total paid',
    refunded: 'Total refunded',
    invoiced: { total: 'Total to be invoiced', refunded: 'Total to be credited' },
    payment: 'Payment',
    payments: {
      card: 'card',
      cash: 'cash',
      invoice: 'invoice',
      online: 'paid online',
      voucher: 'gift card',
      none: 'not charged',
    },
    exempt: 'VAT 0 %: exempt health care (Finnish Value Added Tax Act 1501/1993, section 34).',
  },
};
