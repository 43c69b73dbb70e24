import type { Clinic } from '#shared/features/auth/contract.ts';
import type { PaymentMethod } from '#shared/features/visits/kinds.ts';
import { lineTotal, totalOf, vatByRate } from '#shared/features/visits/totals.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { formatCents, formatVatRate } from '#shared/values/money.ts';
import { html, type Markup } from '../../html.ts';
import { customerSheet } from '../../paper.ts';
import { receiptTexts } from './receipt-texts.ts';

type Line = Parameters<typeof totalOf>[0][number] & { readonly name: string };

export interface Receipt {
  readonly number: number;
  /** The receipt that this one takes back. */
  readonly credits: { readonly number: number; readonly date: string } | null;
  /** Instants: when the receipt was given, and when the customer was served. */
  readonly givenAt: string;
  readonly servedAt: string;
  readonly lines: readonly Line[];
  readonly paymentMethod: PaymentMethod;
  readonly seller: Clinic;
  /** Only when the customer asked for it. */
  readonly customerName: string | null;
}

type Texts = (typeof receiptTexts)[Language];

/**
 * A receipt as a whole HTML document for a tagged PDF or for paper. It holds what Laki
 * kuitintarjoamisvelvollisuudesta käteiskaupassa 658/2013 asks of a receipt (the seller's name, contact details and
 * business ID, date, number, what was sold and how much, the tax by rate), and as an invoice what Arvonlisäverolaki
 * 1501/1993, 209 e and 209 f § add: the ground of an exemption, and in a correction the receipt that it corrects.
 * Nothing else of the customer.
 */
export function receiptDocument(receipt: Receipt, language: Language): string {
  const texts = receiptTexts[language];
  const { seller, number, credits } = receipt;
  const sums = receipt.paymentMethod === 'invoice' ? texts.invoiced : texts;
  const title = `${credits ? texts.creditNote : texts.receipt} ${number}`;
  const isTaxed = receipt.lines.some(({ vatRate }) => vatRate > 0);
  const isExempt = receipt.lines.some(({ vatRate }) => vatRate === 0);
  return customerSheet({
    language,
    title,
    clinic: seller,
    clinicEnd: html`<br>
${texts.businessId} ${seller.businessId}${isTaxed ? html`, ${texts.vatNumber} ${vatNumber(seller.businessId)}` : null}`,
    content: html`${facts(receipt, texts)}
${lineTable(receipt.lines, texts)}
${rateTable(receipt.lines, texts)}
<p class="total">${credits ? sums.refunded : sums.total} <b>${formatCents(totalOf(receipt.lines))}</b></p>
<p>${texts.payment}: ${texts.payments[receipt.paymentMethod]}</p>
${isExempt ? html`<p class="note">${texts.exempt}</p>` : null}`,
    styles,
  });
}

/** `9999999-2` → `FI99999992`: a Finnish VAT number is the business ID in another form. */
function vatNumber(businessId: string): string {
  return `FI${businessId.replace('-', '')}`;
}

function facts({ credits, givenAt, servedAt, customerName }: Receipt, texts: Texts): Markup {
  const [given, served] = [dateAt(givenAt), dateAt(servedAt)];
  return html`<p>${texts.date} ${formatDate(given)}${
    !credits && served !== given ? html`<br>${texts.visitDate} ${formatDate(served)}` : null
  }${credits ? html`<br>${texts.credits} ${credits.number} (${formatDate(credits.date)})` : null}${
    customerName === null ? null : html`<br>${texts.customer} ${customerName}`
  }</p>`;
}

function lineTable(lines: readonly Line[], { columns }: Texts): Markup {
  const hasDiscounts = lines.some((line) => line.discountRate > 0 || line.discountCents > 0);
  return html`<table><thead><tr><th scope="col">${columns.what}</th>
<th scope="col" class="n">${columns.quantity}</th><th scope="col" class="n">${columns.unitPrice}</th>
${hasDiscounts ? html`<th scope="col" class="n">${columns.discount}</th>` : null}
<th scope="col" class="n">${columns.vat}</th><th scope="col" class="n">${columns.sum}</th></tr></thead><tbody>${lines.map(
    (line) => html`<tr><th scope="row">${line.name}</th><td class="n">${quantityText(line.quantity)}</td>
<td class="n">${formatCents(line.unitPriceCents)}</td>
${hasDiscounts ? html`<td class="n">${discountText(line)}</td>` : null}
<td class="n">${formatVatRate(line.vatRate)}</td><td class="n">${formatCents(lineTotal(line))}</td></tr>`,
  )}</tbody></table>`;
}

const quantityText = (quantity: number) => String(quantity).replace('-', '\u2212');

function discountText({ discountRate, discountCents }: Line): string {
  if (discountRate > 0) return formatVatRate(discountRate);
  return discountCents > 0 ? formatCents(discountCents) : '';
}

/** The tax is rounded once for each rate, and what is without tax is what is left of the sum. */
function rateTable(lines: readonly Line[], { byRate }: Texts): Markup {
  return html`<table class="rates"><thead><tr><th scope="col">${byRate.rate}</th>
<th scope="col" class="n">${byRate.net}</th><th scope="col" class="n">${byRate.tax}</th>
<th scope="col" class="n">${byRate.gross}</th></tr></thead><tbody>${vatByRate(lines).map(
    ({ vatRate, grossCents, vatCents }) => html`<tr><th scope="row">${formatVatRate(vatRate)}</th>
<td class="n">${formatCents(grossCents - vatCents)}</td><td class="n">${formatCents(vatCents)}</td>
<td class="n">${formatCents(grossCents)}</td></tr>`,
  )}</tbody></table>`;
}

const styles: Markup = {
  markup: `
table{font-size:10pt;line-height:14pt;margin-top:10pt}
th,td{padding:3pt 0 3pt 8pt}
th:first-child{padding-left:0}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.rates{width:62%;margin-left:auto}
.total{margin-top:12pt;text-align:right;font-size:13pt;line-height:18pt}
.note{margin-top:10pt;color:#46534f;font-size:9.5pt;line-height:13pt}`,
};
