import type { PaymentMethod, VisitKind } from '#shared/features/visits/kinds.ts';
import type { ChangedField } from '#shared/features/visits/price-list-contract.ts';
import type { VatClass } from '#shared/features/visits/price-on.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

export interface PriceItemsTable {
  id: string;
  kind: 'service' | 'product';
  name: string;
  /** Length of a service; null for products. */
  minutes: number | null;
  position: number;
  /** First and last day in use, `YYYY-MM-DD`; null leaves that side open. */
  active_from: string | null;
  active_until: string | null;
  version: number;
}

export interface PriceItemPricesTable {
  item_id: string;
  /** First day of the price, `YYYY-MM-DD`; it holds until the next one's. */
  valid_from: string;
  /** VAT included. */
  unit_price_cents: number;
  vat_class: VatClass;
}

export interface VatRatesTable {
  vat_class: VatClass;
  /** First day of the rate, `YYYY-MM-DD`. */
  valid_from: string;
  /** Basis points. */
  rate: number;
}

/** Who changed what of an item, a practitioner or a class of VAT. */
export interface PriceListChangesTable {
  id: string;
  subject: 'item' | 'practitioner' | 'vat-rate';
  /** Id of the item or practitioner, or the class of VAT. */
  subject_id: string;
  field: ChangedField;
  /** From which day, of a price or a rate. */
  valid_from: string | null;
  old_value: string | null;
  new_value: string | null;
  changed_at: string;
  changed_by: string;
  changed_by_name: string;
}

export interface PractitionersTable {
  id: string;
  name: string;
  active_from: string | null;
  active_until: string | null;
  version: number;
}

export interface VisitsTable {
  id: string;
  customer_id: string;
  at: string;
  kind: VisitKind;
  service_id: string | null;
  service_name: string | null;
  practitioner_id: string | null;
  practitioner_name: string | null;
  total_cents: number;
  /** Null on visits from before it was asked. */
  payment_method: PaymentMethod | null;
  receipt_number: number | null;
  /** The visit that this row takes back. */
  reverses: string | null;
  /** Why it is taken back. */
  reason: string | null;
  note: string | null;
  source: string;
  recorded_at: string;
  recorded_by: string;
  recorded_by_name: string;
}

export interface VisitLinesTable {
  id: string;
  visit_id: string;
  position: number;
  item_id: string | null;
  name: string;
  quantity: number;
  unit_price_cents: number;
  vat_rate: number;
  /** Basis points. */
  discount_rate: number;
  discount_cents: number;
}

/** One row: the number of the next receipt. */
export interface ReceiptSeriesTable {
  id: number;
  next_number: number;
}

export interface VisitMovesTable {
  id: string;
  visit_id: string;
  from_customer_id: string;
  to_customer_id: string;
  reason: string;
  moved_at: string;
  moved_by: string;
  moved_by_name: string;
}

export interface VisitFeedbackTable {
  id: string;
  /** Null when it was given without a name. */
  visit_id: string | null;
  /** 1–5, 5 the best. */
  rating: number;
  words: string | null;
  source: string;
  received_at: string;
  recorded_by: string;
  recorded_by_name: string;
}

export interface VisitTables {
  price_items: PriceItemsTable;
  price_item_prices: PriceItemPricesTable;
  vat_rates: VatRatesTable;
  price_list_changes: PriceListChangesTable;
  practitioners: PractitionersTable;
  visits: VisitsTable;
  visit_lines: VisitLinesTable;
  receipt_series: ReceiptSeriesTable;
  visit_moves: VisitMovesTable;
  visit_feedback: VisitFeedbackTable;
}

function visit(what: string): PersonalColumn {
  return {
    purpose: `Serving and invoicing the customer: ${what}`,
    basis: 'contract',
    retention: 'Six years from the end of the calendar year of the visit (Kirjanpitolaki 1336/1997, 2:10)',
    source: 'Recorded by staff at the visit',
    recipients: 'Accounting, for sums only',
  };
}

function staff(what: string): PersonalColumn {
  return {
    purpose: `Knowing who served the customer: ${what}`,
    basis: 'legitimate-interest',
    retention: 'As long as the visit',
    source: 'Recorded by the register when a staff member acts',
    recipients: 'The customer on request',
  };
}

function feedback(what: string): PersonalColumn {
  return {
    purpose: `Developing the service: ${what}`,
    basis: 'legitimate-interest',
    retention: 'As long as the visit',
    source: 'The customer',
    recipients: 'none',
  };
}

const price = technical('The clinic’s price list');

export const columns = {
  price_items: {
    id: price,
    kind: price,
    name: price,
    minutes: price,
    position: price,
    active_from: price,
    active_until: price,
    version: technical('Detects two edits at once'),
  },
  price_item_prices: { item_id: price, valid_from: price, unit_price_cents: price, vat_class: price },
  vat_rates: { vat_class: price, valid_from: price, rate: price },
  price_list_changes: {
    id: technical('Identifies the change'),
    subject: price,
    subject_id: price,
    field: price,
    valid_from: price,
    old_value: staff('a practitioner’s former name, or what stood in the price list'),
    new_value: staff('a practitioner’s name, or what stands in the price list'),
    changed_at: technical('When it was changed'),
    changed_by: staff('who changed the price list'),
    changed_by_name: staff('the name of who changed it at the time'),
  },
  practitioners: {
    id: technical('Identifies the practitioner'),
    name: staff('name of the practitioner'),
    active_from: staff('from which day they serve customers'),
    active_until: staff('until which day they serve customers'),
    version: technical('Detects two edits at once'),
  },
  visits: {
    id: technical('Identifies the visit'),
    customer_id: visit('whose visit it was'),
    at: visit('when'),
    kind: visit('whether it was a visit or another contact'),
    service_id: visit('which service of the price list'),
    service_name: visit('the service as it was called then'),
    practitioner_id: staff('the practitioner'),
    practitioner_name: staff('the practitioner as named then'),
    total_cents: visit('what was charged'),
    payment_method: visit('how it was paid'),
    receipt_number: visit('the number of the receipt'),
    reverses: visit('which earlier entry this one takes back'),
    reason: visit('why the earlier entry was taken back'),
    note: visit('what staff agreed with the customer; never about health'),
    source: visit('where the record came from'),
    recorded_at: technical('When the visit was recorded'),
    recorded_by: staff('who recorded the visit'),
    recorded_by_name: staff('the name of the recorder at the time'),
  },
  visit_lines: {
    id: technical('Identifies the line'),
    visit_id: visit('whose purchase it was'),
    position: technical('Order of the lines'),
    item_id: visit('which item of the price list'),
    name: visit('what was bought'),
    quantity: visit('how many'),
    unit_price_cents: visit('at which price'),
    vat_rate: visit('with which VAT'),
    discount_rate: visit('with which share off'),
    discount_cents: visit('with which amount off'),
  },
  receipt_series: {
    id: technical('There is one series'),
    next_number: technical('Number of the next receipt'),
  },
  visit_moves: {
    id: technical('Identifies the move'),
    visit_id: visit('which visit was written down for another customer first'),
    from_customer_id: visit('for whom it was written down first'),
    to_customer_id: visit('whose visit it was'),
    reason: visit('why it was moved'),
    moved_at: technical('When the visit was moved'),
    moved_by: staff('who moved the visit'),
    moved_by_name: staff('the name of the mover at the time'),
  },
  visit_feedback: {
    id: technical('Identifies the feedback'),
    visit_id: feedback('of which visit, unless it was given without a name'),
    rating: feedback('rating from one to five'),
    words: feedback('what the customer said'),
    source: feedback('where it came from'),
    received_at: feedback('when it was given'),
    recorded_by: staff('who wrote the feedback down'),
    recorded_by_name: staff('the name of the recorder at the time'),
  },
} satisfies ColumnMap<VisitTables>;
