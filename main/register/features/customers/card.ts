import type { CustomerCard, RecordOnCard } from '#shared/features/customers/contract.ts';
import { maskHetu } from '#shared/values/hetu.ts';
import type { Queries } from '../../database/database.ts';
import { customerNames } from './names-store.ts';
import { recordsOf, type StoredRecord, wardsOf } from './records-store.ts';
import type { Customer } from './store.ts';
import { commonPart, shownRecord } from './views.ts';

/** The whole card; protected contact details are not on it. */
export async function cardOf(db: Queries, customer: Customer): Promise<CustomerCard> {
  const { hetu, contactProtected } = customer.details;
  const records = await withNames(db, await recordsOf(db, customer.id));
  return {
    ...commonPart(customer),
    maskedHetu: hetu === null ? null : maskHetu(hetu),
    records: records.map((found) => ({ ...found, record: shownRecord(found.record, contactProtected) })),
    wards: await wardsOf(db, customer.id),
  };
}

/** The records with the names of the customers whom they point to. */
export async function withNames(db: Queries, records: readonly StoredRecord[]): Promise<RecordOnCard[]> {
  const ids = records.flatMap(({ record }) => (record.kind === 'guardian' ? [record.otherId] : []));
  const names = await customerNames(db, ids);
  return records.map((found) => {
    const { record } = found;
    const name = record.kind === 'guardian' ? names.get(record.otherId) : undefined;
    return {
      ...found,
      other: record.kind === 'guardian' && name ? { customerId: record.otherId, ...name } : null,
    };
  });
}
