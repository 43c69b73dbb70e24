import type { Queries } from '../../database/database.ts';
import type { DraftsTable } from './tables.ts';

export type StoredDraft = DraftsTable;

/** Keeps a draft in place of its earlier state. False when it has ended: a late autosave brings nothing back. */
export async function keepDraft(tx: Queries, draft: StoredDraft): Promise<boolean> {
  const { id, owner_id, ...state } = draft;
  const ended = await tx
    .selectFrom('ended_drafts')
    .select('id')
    .where('id', '=', id)
    .where('owner_id', '=', owner_id)
    .executeTakeFirst();
  if (ended) return false;
  await tx
    .insertInto('drafts')
    .values(draft)
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doUpdateSet(state))
    .execute();
  return true;
}

/** Newest first. */
export function draftsOf(db: Queries, ownerId: string): Promise<StoredDraft[]> {
  return db
    .selectFrom('drafts')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export function draftOf(db: Queries, ownerId: string, id: string): Promise<StoredDraft | undefined> {
  return db
    .selectFrom('drafts')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst();
}
