import type { Sex, Source } from '#shared/features/customers/contract.ts';
import type { Language } from '#shared/values/language.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

/** One row: the number that the next customer gets. */
export interface CustomerNumberSeriesTable {
  id: 1;
  next_number: number;
}

export interface CustomersTable {
  id: string;
  customer_number: number;
  last_name: string;
  first_names: string;
  name_in_use: string | null;
  hetu: string | null;
  birth_date: string;
  sex: Sex;
  language: Language;
  /** E.164. */
  phone: string | null;
  email: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  source: Source;
  /** When the data was received from the source. */
  source_at: string;
  version: number;
  created_at: string;
  created_by: string;
  created_by_name: string;
  updated_at: string;
  updated_by: string;
  updated_by_name: string;
}

/** One changed field of one edit; `version` is the one that the edit made. Append-only. */
export interface CustomerChangesTable {
  id: string;
  customer_id: string;
  version: number;
  field: string;
  old_value: string | null;
  new_value: string | null;
  source: Source;
  changed_at: string;
  changed_by: string;
  changed_by_name: string;
}

/** What the search finds a customer by; `position` is the place in name order, with gaps. */
export interface CustomerSearchTable {
  position: number;
  customer_id: string;
  sort_key: string;
  words: string;
}

export interface CustomerTables {
  customer_number_series: CustomerNumberSeriesTable;
  customers: CustomersTable;
  customer_changes: CustomerChangesTable;
  customer_search: CustomerSearchTable;
}

const retention = 'As long as the person is a customer, and three years after';
const fromForm = 'The source named on the customer form: customer, guardian, referral, employer or register';
const fromRegister = 'Recorded by the register when a staff member acts';

function basics(purpose: string, recipients = 'The customer on request'): PersonalColumn {
  return { purpose, basis: 'contract', retention, source: fromForm, recipients };
}

const contact = (what: string) =>
  basics(
    `Reaching the customer about the service: ${what}`,
    'The customer on request; senders of messages named as processors',
  );

function staffTrace(what: string): PersonalColumn {
  return {
    purpose: `Showing who entered or changed the details: ${what}`,
    basis: 'legal-obligation',
    retention,
    source: fromRegister,
    recipients: 'The customer on request; supervisory authority on request',
  };
}

const provenance: PersonalColumn = {
  purpose: 'Telling the customer where the data came from (GDPR Art. 14(2)(f), 15(1)(g))',
  basis: 'legal-obligation',
  retention,
  source: fromRegister,
  recipients: 'The customer on request; supervisory authority on request',
};

const history: PersonalColumn = {
  purpose: 'Showing what a detail was before it was corrected, and setting a mistaken correction right',
  basis: 'legal-obligation',
  retention,
  source: fromForm,
  recipients: 'The customer on request',
};

const finding: PersonalColumn = {
  purpose: 'Finding the customer at the desk; made from the other columns',
  basis: 'legitimate-interest',
  retention,
  source: 'The other columns of the customer',
  recipients: 'none',
};

export const columns = {
  customer_number_series: {
    id: technical('Keeps the table at one row'),
    next_number: technical('The number of a customer who is not registered yet'),
  },
  customers: {
    id: technical('Identifies the row'),
    customer_number: {
      ...basics('Naming the customer without the identity code'),
      source: fromRegister,
    },
    last_name: basics('Identifying the customer'),
    first_names: basics('Identifying the customer'),
    name_in_use: basics('Addressing the customer'),
    hetu: {
      purpose: 'Telling the customer apart from others with certainty (Tietosuojalaki 1050/2018, 29 §)',
      basis: 'legal-obligation',
      retention,
      source: fromForm,
      recipients: 'The customer on request',
    },
    birth_date: basics('Identifying the customer; age of the customer'),
    sex: basics('Addressing and serving the customer as they wish; asked, never inferred'),
    language: basics('Serving the customer in their language'),
    phone: contact('phone and text messages'),
    email: contact('e-mail'),
    street: contact('post'),
    postal_code: contact('post'),
    city: contact('post'),
    source: provenance,
    source_at: provenance,
    version: technical('Detects two edits at once'),
    created_at: staffTrace('when the customer was registered'),
    created_by: staffTrace('who registered the customer'),
    created_by_name: staffTrace('who registered the customer, by name'),
    updated_at: staffTrace('when the details were last changed'),
    updated_by: staffTrace('who last changed the details'),
    updated_by_name: staffTrace('who last changed the details, by name'),
  },
  customer_changes: {
    id: technical('Identifies the row'),
    customer_id: technical('Points to the customer'),
    version: technical('Tells which edit made the change'),
    field: history,
    old_value: history,
    new_value: history,
    source: provenance,
    changed_at: staffTrace('when a detail was changed'),
    changed_by: staffTrace('who changed it'),
    changed_by_name: staffTrace('who changed it, by name'),
  },
  customer_search: {
    position: technical('Place in the order of names'),
    customer_id: technical('Points to the customer'),
    sort_key: finding,
    words: finding,
  },
} satisfies ColumnMap<CustomerTables>;
