import type { Selectable } from 'kysely';
import type { Source } from '#shared/features/customers/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { CustomerDetails, Wanted } from './rules.ts';
import type { CustomersTable } from './tables.ts';

/** A customer as the rules know it. */
export interface Customer {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly details: CustomerDetails;
  readonly restriction: Restriction | null;
  readonly source: Source;
  readonly sourceAt: string;
  readonly created: Trace;
  readonly updated: Trace;
}

/** Processing restricted since an instant (GDPR Art. 18). */
export interface Restriction {
  readonly since: string;
  readonly ground: string;
}

/** Who did it and when; the name is the one at that time. */
export interface Trace {
  readonly at: string;
  readonly by: string;
  readonly byName: string;
}

export async function findCustomer(db: Queries, id: string): Promise<Customer | null> {
  const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toCustomer(row) : null;
}

/** @throws AppError `not-found` */
export async function existing(db: Queries, id: string): Promise<Customer> {
  const customer = await findCustomer(db, id);
  if (!customer) throw new AppError({ kind: 'not-found' });
  return customer;
}

/** In the order of `ids`; those that do not exist are left out. */
export async function findCustomersById(db: Queries, ids: readonly string[]): Promise<Customer[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('customers').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toCustomer(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function ownerOfHetu(db: Queries, hetu: string): Promise<Customer | null> {
  const row = await db.selectFrom('customers').selectAll().where('hetu', '=', hetu).executeTakeFirst();
  return row ? toCustomer(row) : null;
}

const candidates = 200;

/** Everybody who shares the identity code, the birth date or the phone number. */
export async function findCandidates(db: Queries, wanted: Wanted): Promise<Customer[]> {
  const { hetu, birthDate, phone } = wanted;
  if (hetu === null && birthDate === null && phone === null) return [];
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .where((is) =>
      is.or([
        ...(hetu === null ? [] : [is('hetu', '=', hetu)]),
        ...(birthDate === null ? [] : [is('birth_date', '=', birthDate)]),
        ...(phone === null ? [] : [is('phone', '=', phone)]),
      ]),
    )
    .limit(candidates)
    .execute();
  return rows.map(toCustomer);
}

export async function nextNumber(db: Queries): Promise<number> {
  const series = await db
    .selectFrom('customer_number_series')
    .select('next_number')
    .executeTakeFirstOrThrow();
  return series.next_number;
}

/** Takes the next number; it is used up when the transaction is kept. */
export async function takeNumber(tx: Queries): Promise<number> {
  const number = await nextNumber(tx);
  await tx
    .updateTable('customer_number_series')
    .set({ next_number: number + 1 })
    .execute();
  return number;
}

export async function insertCustomer(tx: Queries, customer: Omit<Customer, 'restriction'>): Promise<void> {
  const { id, number, version, details, source, sourceAt, created, updated } = customer;
  await tx
    .insertInto('customers')
    .values({
      id,
      customer_number: number,
      ...detailColumns(details),
      source,
      source_at: sourceAt,
      version,
      created_at: created.at,
      created_by: created.by,
      created_by_name: created.byName,
      updated_at: updated.at,
      updated_by: updated.by,
      updated_by_name: updated.byName,
    })
    .execute();
}

/** Writes new details as the next version; the caller has compared versions inside the same transaction. */
export async function updateCustomer(
  tx: Queries,
  next: Omit<Customer, 'created' | 'number' | 'restriction'>,
): Promise<void> {
  await tx
    .updateTable('customers')
    .set({
      ...detailColumns(next.details),
      source: next.source,
      source_at: next.sourceAt,
      version: next.version,
      updated_at: next.updated.at,
      updated_by: next.updated.by,
      updated_by_name: next.updated.byName,
    })
    .where('id', '=', next.id)
    .execute();
}

/** Writes the restriction as the next version. */
export async function setRestriction(
  tx: Queries,
  customer: Customer,
  restriction: Restriction | null,
  updated: Trace,
): Promise<void> {
  await tx
    .updateTable('customers')
    .set({
      restricted_since: restriction?.since ?? null,
      restriction_ground: restriction?.ground ?? null,
      version: customer.version + 1,
      updated_at: updated.at,
      updated_by: updated.by,
      updated_by_name: updated.byName,
    })
    .where('id', '=', customer.id)
    .execute();
}

function detailColumns(details: CustomerDetails) {
  return {
    last_name: details.lastName,
    first_names: details.firstNames,
    name_in_use: details.nameInUse,
    hetu: details.hetu,
    birth_date: details.birthDate,
    sex: details.sex,
    language: details.language,
    phone: details.phone,
    email: details.email,
    street: details.street,
    postal_code: details.postalCode,
    city: details.city,
    country: details.country,
    online_user_name: details.onlineUserName,
    contact_protected: details.contactProtected ? (1 as const) : (0 as const),
    deceased_on: details.deceasedOn,
  };
}

function toCustomer(row: Selectable<CustomersTable>): Customer {
  return {
    id: row.id,
    number: row.customer_number,
    version: row.version,
    details: {
      lastName: row.last_name,
      firstNames: row.first_names,
      nameInUse: row.name_in_use,
      hetu: row.hetu,
      birthDate: row.birth_date,
      sex: row.sex,
      language: row.language,
      phone: row.phone,
      email: row.email,
      street: row.street,
      postalCode: row.postal_code,
      city: row.city,
      country: row.country,
      onlineUserName: row.online_user_name,
      contactProtected: row.contact_protected === 1,
      deceasedOn: row.deceased_on,
    },
    restriction:
      row.restricted_since === null
        ? null
        : { since: row.restricted_since, ground: row.restriction_ground ?? '' },
    source: row.source,
    sourceAt: row.source_at,
    created: { at: row.created_at, by: row.created_by, byName: row.created_by_name },
    updated: { at: row.updated_at, by: row.updated_by, byName: row.updated_by_name },
  };
}
