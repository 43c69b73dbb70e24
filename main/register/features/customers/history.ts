import type { Selectable } from 'kysely';
import type { CustomerChange, HistoryPlace } from '#shared/features/customers/contract.ts';
import type { Queries } from '../../database/database.ts';
import { findChanges } from './changes.ts';
import { type CustomerName, customerNames } from './names-store.ts';
import { findRecordChanges, type RecordChange } from './record-changes.ts';
import type { Customer } from './store.ts';
import type { CustomerChangesTable } from './tables.ts';
import { shownRecord, shownValue } from './views.ts';

const pageSize = 50;

/** Changes of fields and records, newest first, without what the card hides. */
export async function historyPage(
  db: Queries,
  { id, details }: Customer,
  before: HistoryPlace | null,
): Promise<{ changes: CustomerChange[]; more: boolean; end: HistoryPlace }> {
  const isProtected = details.contactProtected;
  const stretch = (after: string | null | undefined) => ({ after: after ?? null, limit: pageSize + 1 });
  const fields = (await findChanges(db, id, stretch(before?.field))).map((row) => ofField(row, isProtected));
  const changedRecords = await findRecordChanges(db, id, stretch(before?.record));
  const names = await customerNames(db, changedRecords.flatMap(guardianIds));
  const records = changedRecords.map((change) => ofRecord(change, isProtected, names));
  const both = merged(fields, records);
  const changes = both.slice(0, pageSize);
  const lastOf = (list: readonly CustomerChange[]) => changes.findLast((one) => list.includes(one))?.id;
  const end = {
    field: lastOf(fields) ?? before?.field ?? null,
    record: lastOf(records) ?? before?.record ?? null,
  };
  return { changes, more: both.length > pageSize, end };
}

function ofField(change: Selectable<CustomerChangesTable>, isProtected: boolean): CustomerChange {
  return {
    id: change.id,
    at: change.changed_at,
    by: change.changed_by_name,
    field: change.field,
    oldValue: shownValue(change.field, change.old_value, isProtected),
    newValue: shownValue(change.field, change.new_value, isProtected),
    oldRecord: null,
    newRecord: null,
    other: null,
    source: change.source,
  };
}

function ofRecord(
  change: RecordChange & { readonly kind: string },
  isProtected: boolean,
  names: ReadonlyMap<string, CustomerName>,
): CustomerChange {
  return {
    id: change.id,
    at: change.changed.at,
    by: change.changed.byName,
    field: change.kind,
    oldValue: null,
    newValue: null,
    oldRecord: shownRecord(change.oldRecord, isProtected),
    newRecord: shownRecord(change.newRecord, isProtected),
    other: guardianIds(change).flatMap((customerId) => someone(customerId, names.get(customerId)))[0] ?? null,
    source: change.source,
  };
}

/** By time, each list in its own order whatever its times say, so that a page can begin anywhere in either. */
function merged(fields: readonly CustomerChange[], records: readonly CustomerChange[]): CustomerChange[] {
  const [left, right] = [[...fields], [...records]];
  const all: CustomerChange[] = [];
  for (let [a, b] = [left[0], right[0]]; a && b; [a, b] = [left[0], right[0]]) {
    const first = a.at >= b.at ? left : right;
    all.push(...first.splice(0, 1));
  }
  return [...all, ...left, ...right];
}

/** Of a change one at most: a record comes or goes, and names one guardian. */
function guardianIds({ oldRecord, newRecord }: RecordChange): string[] {
  const record = newRecord ?? oldRecord;
  return record?.kind === 'guardian' ? [record.otherId] : [];
}

/** Empty for a customer who is no longer in the register. */
function someone(customerId: string, name: CustomerName | undefined): NonNullable<CustomerChange['other']>[] {
  return name ? [{ customerId, ...name }] : [];
}
