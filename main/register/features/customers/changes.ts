import type { Selectable } from 'kysely';
import type { Source } from '#shared/features/customers/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
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

/** A part of a history, which never loses a row. */
export interface Stretch {
  /** Id of the last change already read; null from the newest. */
  readonly after: string | null;
  readonly limit: number;
}

/** No limit. */
export const wholeHistory: Stretch = { after: null, limit: -1 };

/** Newest first. @throws AppError `not-found` when `after` is no change of this customer */
export async function findChanges(
  db: Queries,
  customerId: string,
  { after, limit }: Stretch,
): Promise<Selectable<CustomerChangesTable>[]> {
  const last = after === null ? null : await changeOf(db, customerId, after);
  return db
    .selectFrom('customer_changes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(last !== null, (query) =>
      query
        .where('version', '<=', last?.version ?? 0)
        .where((is) => is.or([is('version', '<', last?.version ?? 0), is('field', '>', last?.field ?? '')])),
    )
    .orderBy('version', 'desc')
    .orderBy('field')
    .limit(limit)
    .execute();
}

/** What one edit changed, by field. @param version the one that the edit made */
export async function changesOfVersion(
  db: Queries,
  customerId: string,
  version: number,
): Promise<Selectable<CustomerChangesTable>[]> {
  return db
    .selectFrom('customer_changes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('version', '=', version)
    .orderBy('field')
    .execute();
}

async function changeOf(db: Queries, customerId: string, id: string) {
  const row = await db
    .selectFrom('customer_changes')
    .select(['version', 'field'])
    .where('id', '=', id)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (!row) throw new AppError({ kind: 'not-found' });
  return row;
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
