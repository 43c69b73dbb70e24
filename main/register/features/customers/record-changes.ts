import type { Selectable } from 'kysely';
import type { Source } from '#shared/features/customers/contract.ts';
import { type ShownRecord, shownRecordSchema } from '#shared/features/customers/records.ts';
import type { Queries } from '../../database/database.ts';
import type { Stretch } from './changes.ts';
import type { CustomerRecordChangesTable } from './record-tables.ts';
import type { Trace } from './store.ts';

/** A record that came (`newRecord`) or went (`oldRecord`). */
export interface RecordChange {
  readonly id: string;
  readonly recordId: string;
  readonly oldRecord: ShownRecord | null;
  readonly newRecord: ShownRecord | null;
  readonly source: Source;
  readonly changed: Trace;
}

export async function insertRecordChange(
  tx: Queries,
  customerId: string,
  change: RecordChange,
): Promise<void> {
  const { id, recordId, oldRecord, newRecord, source, changed } = change;
  await tx
    .insertInto('customer_record_changes')
    .values({
      id,
      customer_id: customerId,
      record_id: recordId,
      kind: (newRecord ?? oldRecord)?.kind ?? '',
      old_value: oldRecord && JSON.stringify(oldRecord),
      new_value: newRecord && JSON.stringify(newRecord),
      source,
      changed_at: changed.at,
      changed_by: changed.by,
      changed_by_name: changed.byName,
    })
    .execute();
}

/** Newest first. */
export async function findRecordChanges(
  db: Queries,
  customerId: string,
  { after, limit }: Stretch,
): Promise<(RecordChange & { readonly kind: string })[]> {
  const rows = await db
    .selectFrom('customer_record_changes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toChange);
}

/** Newest first: how one record has come and gone. */
export async function changesOfRecord(
  db: Queries,
  customerId: string,
  recordId: string,
): Promise<RecordChange[]> {
  const rows = await db
    .selectFrom('customer_record_changes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('record_id', '=', recordId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toChange);
}

function toChange(row: Selectable<CustomerRecordChangesTable>) {
  return {
    id: row.id,
    recordId: row.record_id,
    kind: row.kind,
    oldRecord: read(row.old_value),
    newRecord: read(row.new_value),
    source: row.source,
    changed: { at: row.changed_at, by: row.changed_by, byName: row.changed_by_name },
  };
}

function read(value: string | null): ShownRecord | null {
  return value === null ? null : shownRecordSchema.parse(JSON.parse(value));
}
