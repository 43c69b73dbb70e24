import type { GroupChange } from '#shared/features/customers/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { CommandContext } from '../../rpc/handlers.ts';

type What = Pick<GroupChange, 'field' | 'oldValue' | 'newValue'>;

/** Writes down what became of a group. */
export async function rememberGroup(
  { tx, actor, now, newId }: CommandContext,
  groupId: string,
  changes: readonly What[],
): Promise<void> {
  const rows = changes.map(({ field, oldValue, newValue }) => ({
    id: newId(),
    group_id: groupId,
    field,
    old_value: oldValue,
    new_value: newValue,
    changed_at: now,
    changed_by: actor.id,
    changed_by_name: actor.name,
  }));
  if (rows.length > 0) await tx.insertInto('customer_group_changes').values(rows).execute();
}

/** Newest first, at most the latest 200. */
export async function groupChangesOf(db: Queries, groupId: string): Promise<GroupChange[]> {
  const rows = await db
    .selectFrom('customer_group_changes')
    .selectAll()
    .where('group_id', '=', groupId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    oldValue: row.old_value,
    newValue: row.new_value,
    at: row.changed_at,
    by: row.changed_by_name,
  }));
}
