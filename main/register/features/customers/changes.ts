import type { Selectable } from 'kysely';
import type { Source } from '#shared/features/customers/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { Change } from './rules.ts';
import type { Trace } from './store.ts';
import type { CustomerChangesTable } from './tables.ts';

export interface RecordedChange extends Change {
  readonly id: string;
  readonly version: number;
  readonly source: Source;
  readonly changed: Trace;
}

export async function insertChanges(
  tx: Queries,
  customerId: string,
  changes: readonly RecordedChange[],
): Promise<void> {
  const rows = changes.map((change) => ({
    id: change.id,
    customer_id: customerId,
    version: change.version,
    field: change.field,
    old_value: change.oldValue,
    new_value: change.newValue,
    source: change.source,
    changed_at: change.changed.at,
    changed_by: change.changed.by,
    changed_by_name: change.changed.byName,
  }));
  await tx.insertInto('customer_changes').values(rows).execute();
}

/** Newest first. */
export async function findChanges(
  db: Queries,
  customerId: string,
): Promise<Selectable<CustomerChangesTable>[]> {
  return db
    .selectFrom('customer_changes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('version', 'desc')
    .orderBy('field')
    .execute();
}

/** The fields that later versions have changed. */
export async function fieldsChangedSince(
  db: Queries,
  customerId: string,
  version: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_changes')
    .select('field')
    .distinct()
    .where('customer_id', '=', customerId)
    .where('version', '>', version)
    .orderBy('field')
    .execute();
  return rows.map(({ field }) => field);
}
