import type { Generated } from 'kysely';
import type { Sex, Source } from '#shared/features/customers/contract.ts';
import type { Language } from '#shared/values/language.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';
import { basics, contact, finding, history, provenance, staffTrace, theRegister } from './column-uses.ts';
import { type CustomerRecordTables, recordColumns } from './record-tables.ts';

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
  /** ISO 3166-1 alpha-2. */
  country: Generated<string>;
  /** At the office's online service. */
  online_user_name: string | null;
  /** Turvakielto: phone, e-mail and addresses are shown only for a reason. */
  contact_protected: Generated<0 | 1>;
  /** `YYYY-MM-DD`. */
  deceased_on: string | null;
  /** Instant from which processing is restricted (GDPR Art. 18), with its ground. */
  restricted_since: string | null;
  restriction_ground: string | null;
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

/** What the search finds a customer by, and what a list then shows; `position` is the place in name order, with gaps. */
export interface CustomerSearchTable {
  position: number;
  customer_id: string;
  sort_key: string;
  words: string;
  /** JSON array of what a list shows, without a protected phone; triggers copy it from `customers`. */
  listed: Generated<string>;
  /** Copied by triggers from `consent_states.slots`; `[]` when nothing was ever said. */
  consents: Generated<string>;
}

export interface CustomerTables extends CustomerRecordTables {
  customer_number_series: CustomerNumberSeriesTable;
  customers: CustomersTable;
  customer_changes: CustomerChangesTable;
  customer_search: CustomerSearchTable;
}

const restriction: PersonalColumn = {
  ...basics('Keeping restricted data from being processed (GDPR Art. 18)'),
  basis: 'legal-obligation',
  source: 'Recorded by a manager when a restriction is decided',
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
      source: theRegister,
    },
    last_name: basics('Identifying the customer'),
    first_names: basics('Identifying the customer'),
    name_in_use: basics('Addressing the customer'),
    hetu: {
      ...basics('Telling the customer apart from others with certainty (Tietosuojalaki 1050/2018, 29 §)'),
      basis: 'legal-obligation',
    },
    birth_date: basics('Identifying the customer; age of the customer'),
    sex: basics('Addressing and serving the customer as they wish; asked, never inferred'),
    language: basics('Serving the customer in their language'),
    phone: contact('phone and text messages'),
    email: contact('e-mail'),
    street: contact('post'),
    postal_code: contact('post'),
    city: contact('post'),
    country: contact('post'),
    online_user_name: basics('Knowing the customer in the online service; never a password'),
    contact_protected: {
      ...basics(
        'Keeping the contact details of a person under turvakielto from everybody who does not need them',
      ),
      basis: 'legal-obligation',
    },
    deceased_on: basics('Ending contacts, and settling what is open with the estate'),
    restricted_since: restriction,
    restriction_ground: restriction,
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
    listed: finding,
    consents: finding,
  },
  ...recordColumns,
} satisfies ColumnMap<CustomerTables>;
