import type { Selectable } from 'kysely';
import type { Source } from '#shared/features/customers/contract.ts';
import type { CustomerRecord, ShownRecord } from '#shared/features/customers/records.ts';
import type { Queries } from '../../database/database.ts';
import type {
  CreditChecksTable,
  CustomerAddressesTable,
  CustomerLinksTable,
  CustomerNamesTable,
} from './record-tables.ts';

/** A record with who said it and when, and who wrote it down. */
export interface StoredRecord {
  readonly id: string;
  readonly source: Source;
  /** UTC instant. */
  readonly sourceAt: string;
  readonly recordedBy: string;
  readonly record: ShownRecord;
  /** The group, when the record says that the customer belongs to one. */
  readonly groupId: string | null;
}

/** Everything recorded about a customer beside the form, in the order of its coming. */
export async function recordsOf(db: Queries, customerId: string): Promise<StoredRecord[]> {
  const addresses = await db
    .selectFrom('customer_addresses')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  const names = await db
    .selectFrom('customer_names')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  const notes = await db
    .selectFrom('customer_notes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  const checks = await db
    .selectFrom('credit_checks')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  const links = await db
    .selectFrom('customer_links')
    .selectAll()
    .where('customer_id', '=', customerId)
    .execute();
  const memberships = await db
    .selectFrom('customer_group_members')
    .innerJoin('customer_groups', 'customer_groups.id', 'group_id')
    .selectAll('customer_group_members')
    .select('name')
    .where('customer_id', '=', customerId)
    .execute();
  return [
    ...addresses.map((row) => stored(row, addressOf(row))),
    ...names.map((row) => stored(row, nameOf(row))),
    ...notes.map((row) => stored(row, { kind: 'note', text: row.text })),
    ...checks.map((row) => stored(row, creditCheckOf(row))),
    ...links.map((row) => stored(row, guardianOf(row))),
    ...memberships.map((row) => stored(row, { kind: 'group', name: row.name }, row.group_id)),
  ].sort((a, b) => (a.sourceAt < b.sourceAt || (a.sourceAt === b.sourceAt && a.id < b.id) ? -1 : 1));
}

interface Recorded {
  readonly id: string;
  readonly source: Source;
  readonly source_at: string;
  readonly recorded_by_name: string;
}

function stored(row: Recorded, record: ShownRecord, groupId: string | null = null): StoredRecord {
  const { id, source, source_at: sourceAt, recorded_by_name: recordedBy } = row;
  return { id, source, sourceAt, recordedBy, record, groupId };
}

function addressOf(row: Selectable<CustomerAddressesTable>): ShownRecord {
  return {
    kind: 'address',
    use: row.kind,
    recipient: row.recipient,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

function nameOf(row: Selectable<CustomerNamesTable>): ShownRecord {
  return { kind: 'name', use: row.kind, lastName: row.last_name, firstNames: row.first_names };
}

function creditCheckOf(row: Selectable<CreditChecksTable>): ShownRecord {
  const { result, checked_on: checkedOn, reference, provider } = row;
  return { kind: 'credit-check', result, checkedOn, reference, provider };
}

function guardianOf(row: Selectable<CustomerLinksTable>): ShownRecord {
  const { other_id: otherId, valid_from: validFrom, valid_until: validUntil } = row;
  return { kind: 'guardian', otherId, validFrom, validUntil };
}

/** What every table of records has. */
export interface RecordHead {
  readonly id: string;
  readonly customer_id: string;
  readonly source: Source;
  readonly source_at: string;
  readonly recorded_by: string;
  readonly recorded_by_name: string;
}

export async function insertRecord(tx: Queries, head: RecordHead, record: CustomerRecord): Promise<void> {
  switch (record.kind) {
    case 'address': {
      const { use, recipient, street, city, country } = record;
      const period = { valid_from: record.validFrom, valid_until: record.validUntil };
      const place = { recipient, street, postal_code: record.postalCode, city, country };
      await tx
        .insertInto('customer_addresses')
        .values({ ...head, kind: use, ...place, ...period })
        .execute();
      return;
    }
    case 'name': {
      const names = { last_name: record.lastName, first_names: record.firstNames };
      await tx
        .insertInto('customer_names')
        .values({ ...head, kind: record.use, ...names })
        .execute();
      return;
    }
    case 'note':
      await tx
        .insertInto('customer_notes')
        .values({ ...head, text: record.text })
        .execute();
      return;
    case 'credit-check': {
      const { result, checkedOn, reference, provider } = record;
      await tx
        .insertInto('credit_checks')
        .values({ ...head, result, checked_on: checkedOn, reference, provider })
        .execute();
      return;
    }
    case 'guardian': {
      const { otherId, validFrom, validUntil } = record;
      const link = { kind: 'guardian' as const, other_id: otherId };
      await tx
        .insertInto('customer_links')
        .values({ ...head, ...link, valid_from: validFrom, valid_until: validUntil })
        .execute();
    }
  }
}

const tables = {
  address: 'customer_addresses',
  name: 'customer_names',
  note: 'customer_notes',
  'credit-check': 'credit_checks',
  guardian: 'customer_links',
  group: 'customer_group_members',
} as const satisfies Record<ShownRecord['kind'], string>;

export async function deleteRecord(tx: Queries, kind: ShownRecord['kind'], id: string): Promise<void> {
  await tx.deleteFrom(tables[kind]).where('id', '=', id).execute();
}

/** Earlier and other names, for the search. */
export async function otherNames(db: Queries, customerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_names')
    .select(['last_name', 'first_names'])
    .where('customer_id', '=', customerId)
    .execute();
  return rows.flatMap((row) => [row.last_name, row.first_names].filter((name) => name !== null));
}

/** The minors whose guardian the customer is or was. */
export async function wardsOf(db: Queries, customerId: string) {
  return db
    .selectFrom('customer_links')
    .innerJoin('customers', 'customers.id', 'customer_links.customer_id')
    .select([
      'customers.id as customerId',
      'customer_number as number',
      'last_name as lastName',
      'first_names as firstNames',
      'birth_date as birthDate',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .where('other_id', '=', customerId)
    .orderBy('birth_date')
    .execute();
}
