import type { GroupChange, Source } from '#shared/features/customers/contract.ts';
import type { AddressKind, CreditResult, NameKind } from '#shared/features/customers/records.ts';
import { type PersonalColumn, technical } from '../../database/personal-data.ts';
import { basics, contact, history, provenance, staffTrace } from './column-uses.ts';

/** What every record about a customer tells of itself. Records are added and taken away, never edited. */
interface Recorded {
  id: string;
  customer_id: string;
  source: Source;
  /** When the source gave it: a UTC instant. */
  source_at: string;
  recorded_by: string;
  recorded_by_name: string;
}

/** Addresses beside the home address, which stands in `customers`. */
export interface CustomerAddressesTable extends Recorded {
  kind: AddressKind;
  /** To whom, when it is not the customer. */
  recipient: string | null;
  street: string;
  postal_code: string | null;
  city: string;
  country: string;
  /** First and last day; null leaves that side open. */
  valid_from: string | null;
  valid_until: string | null;
}

export interface CustomerNamesTable extends Recorded {
  kind: NameKind;
  last_name: string | null;
  first_names: string | null;
}

export interface CustomerNotesTable extends Recorded {
  text: string;
}

export interface CreditChecksTable extends Recorded {
  result: CreditResult;
  checked_on: string;
  reference: string | null;
  provider: string;
}

/** Words by which the office groups its customers. */
export interface CustomerGroupsTable {
  id: string;
  name: string;
  retired_at: string | null;
  version: number;
  created_at: string;
  created_by: string;
  created_by_name: string;
}

/** What became of a group; append-only. */
export interface CustomerGroupChangesTable {
  id: string;
  group_id: string;
  field: GroupChange['field'];
  old_value: string | null;
  new_value: string | null;
  changed_at: string;
  changed_by: string;
  changed_by_name: string;
}

export interface CustomerGroupMembersTable extends Recorded {
  group_id: string;
}

/** `other_id` is the guardian of `customer_id`. */
export interface CustomerLinksTable extends Recorded {
  kind: 'guardian';
  other_id: string;
  valid_from: string;
  valid_until: string | null;
}

/** A record that came or went, as JSON; append-only like `customer_changes`. */
export interface CustomerRecordChangesTable {
  id: string;
  customer_id: string;
  record_id: string;
  kind: string;
  old_value: string | null;
  new_value: string | null;
  source: Source;
  changed_at: string;
  changed_by: string;
  changed_by_name: string;
}

export interface CustomerRecordTables {
  customer_addresses: CustomerAddressesTable;
  customer_names: CustomerNamesTable;
  customer_notes: CustomerNotesTable;
  credit_checks: CreditChecksTable;
  customer_groups: CustomerGroupsTable;
  customer_group_members: CustomerGroupMembersTable;
  customer_group_changes: CustomerGroupChangesTable;
  customer_links: CustomerLinksTable;
  customer_record_changes: CustomerRecordChangesTable;
}

const recorded = {
  id: technical('Identifies the row'),
  customer_id: technical('Points to the customer'),
  source: provenance,
  source_at: provenance,
  recorded_by: staffTrace('who recorded it'),
  recorded_by_name: staffTrace('who recorded it, by name'),
};

const name = basics('Recognising the customer under an earlier or another name');
const note = basics('Serving the customer: what the next one at the desk needs to know');
const grouping = basics('Serving customers of one kind alike');
const guardian = basics('Knowing who speaks for a minor');

const credit: PersonalColumn = {
  ...basics('Deciding whether the customer may pay later (Luottotietolaki 527/2007)'),
  basis: 'legitimate-interest',
  source: 'The credit agency named in the row',
};

export const recordColumns = {
  customer_addresses: {
    ...recorded,
    kind: contact('post and invoices'),
    recipient: contact('post and invoices'),
    street: contact('post and invoices'),
    postal_code: contact('post and invoices'),
    city: contact('post and invoices'),
    country: contact('post and invoices'),
    valid_from: contact('when the address holds'),
    valid_until: contact('when the address holds'),
  },
  customer_names: { ...recorded, kind: name, last_name: name, first_names: name },
  customer_notes: { ...recorded, text: note },
  credit_checks: {
    ...recorded,
    result: credit,
    checked_on: credit,
    reference: credit,
    provider: credit,
  },
  customer_groups: {
    id: technical('Identifies the row'),
    name: technical('A word of the office, about nobody by itself'),
    retired_at: technical('Keeps a word that is no longer used from being chosen'),
    version: technical('Detects two edits at once'),
    created_at: staffTrace('when the group was made'),
    created_by: staffTrace('who made the group'),
    created_by_name: staffTrace('who made the group, by name'),
  },
  customer_group_members: { ...recorded, group_id: grouping },
  customer_group_changes: {
    id: technical('Identifies the row'),
    group_id: technical('Points to the group'),
    field: technical('What was changed of the group'),
    old_value: technical('A word of the office, about nobody by itself'),
    new_value: technical('A word of the office, about nobody by itself'),
    changed_at: staffTrace('when the group was changed'),
    changed_by: staffTrace('who changed the group'),
    changed_by_name: staffTrace('who changed the group, by name'),
  },
  customer_links: {
    ...recorded,
    kind: guardian,
    other_id: guardian,
    valid_from: guardian,
    valid_until: guardian,
  },
  customer_record_changes: {
    id: technical('Identifies the row'),
    customer_id: technical('Points to the customer'),
    record_id: technical('Points to the record that came or went'),
    kind: history,
    old_value: history,
    new_value: history,
    source: provenance,
    changed_at: staffTrace('when it was changed'),
    changed_by: staffTrace('who changed it'),
    changed_by_name: staffTrace('who changed it, by name'),
  },
};
