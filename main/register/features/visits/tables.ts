import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

export interface PriceItemsTable {
  id: string;
  kind: 'service' | 'product';
  name: string;
  /** Length of a service; null for products. */
  minutes: number | null;
  unit_price_cents: number;
  /** Basis points. */
  vat_rate: number;
  position: number;
  retired_at: string | null;
}

export interface PractitionersTable {
  id: string;
  name: string;
  retired_at: string | null;
}

export interface VisitsTable {
  id: string;
  customer_id: string;
  at: string;
  service_id: string;
  service_name: string;
  practitioner_id: string;
  practitioner_name: string;
  total_cents: number;
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
}

export interface VisitTables {
  price_items: PriceItemsTable;
  practitioners: PractitionersTable;
  visits: VisitsTable;
  visit_lines: VisitLinesTable;
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

const price = technical('The clinic’s price list');

export const columns = {
  price_items: {
    id: price,
    kind: price,
    name: price,
    minutes: price,
    unit_price_cents: price,
    vat_rate: price,
    position: price,
    retired_at: price,
  },
  practitioners: {
    id: technical('Identifies the practitioner'),
    name: staff('name of the practitioner'),
    retired_at: technical('Keeps a former practitioner out of new visits'),
  },
  visits: {
    id: technical('Identifies the visit'),
    customer_id: visit('whose visit it was'),
    at: visit('when'),
    service_id: visit('which service of the price list'),
    service_name: visit('the service as it was called then'),
    practitioner_id: staff('the practitioner'),
    practitioner_name: staff('the practitioner as named then'),
    total_cents: visit('what was charged'),
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
  },
} satisfies ColumnMap<VisitTables>;
