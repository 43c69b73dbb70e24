import type { Queries } from '../database/database.ts';

const keptMs = 30 * 86_400_000;

/**
 * Takes away a draft of this person, for good: the same transaction saves the form, or the person threw it away.
 * Somebody else's draft of the same id is another draft. @param now UTC instant
 */
export async function endDraft(tx: Queries, ownerId: string, id: string, now: string): Promise<void> {
  await tx.deleteFrom('drafts').where('owner_id', '=', ownerId).where('id', '=', id).execute();
  await tx
    .insertInto('ended_drafts')
    .values({ id, owner_id: ownerId, ended_at: now })
    .onConflict((conflict) => conflict.columns(['owner_id', 'id']).doNothing())
    .execute();
}

/** Nobody goes on with a form that has waited for a month. */
export async function forgetOldDrafts(tx: Queries, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keptMs).toISOString();
  await tx.deleteFrom('drafts').where('updated_at', '<', before).execute();
  await tx.deleteFrom('ended_drafts').where('ended_at', '<', before).execute();
}
