import type { Notice } from '#shared/features/notices/contract.ts';
import { noticeBody } from '#shared/features/notices/notice.ts';
import type { Queries } from '../../database/database.ts';
import type { NoticesTable } from './tables.ts';

export async function insertNotices(tx: Queries, rows: readonly NoticesTable[]): Promise<void> {
  await tx
    .insertInto('notices')
    .values([...rows])
    .execute();
}

/** What a person has not acknowledged, the oldest first. */
export async function unseenNotices(db: Queries, userId: string, limit: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'facts', 'created_at'])
    .where('user_id', '=', userId)
    .where('seen_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, kind, facts, created_at }) => ({
    id,
    at: created_at,
    body: noticeBody.parse({ kind, facts: JSON.parse(facts) }),
  }));
}

/** Whether there was such a notice for the person; acknowledging twice changes nothing. */
export async function markSeen(tx: Queries, userId: string, id: string, now: string): Promise<boolean> {
  const rows = await tx
    .updateTable('notices')
    .set((row) => ({ seen_at: row.fn.coalesce('seen_at', row.val(now)) }))
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('kind')
    .execute();
  return rows.length > 0;
}
