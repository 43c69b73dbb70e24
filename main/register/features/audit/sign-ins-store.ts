import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

/** Ways through the door that succeed with a person's own password or a key. */
const signIns = ['auth.unlock', 'auth.chooseOwnPassword', 'auth.recover', 'auth.createRegister'] as const;

export interface SignIn {
  readonly sequence: number;
  /** UTC instant. */
  readonly at: string;
  /** Null in rows from before it was logged. */
  readonly workstation: string | null;
}

/** A person's own sign-ins, the latest first. Goes back through that person's rows only. */
export async function signInsOf(db: Queries, userId: string, limit: number): Promise<SignIn[]> {
  return (
    db
      .selectFrom('audit_events')
      .select(['sequence', 'at', 'workstation'])
      .where('actor_id', '=', userId)
      // the plus keeps SQLite off the index of actions, where everybody's sign-ins stand
      .where(sql<string>`+action`, 'in', [...signIns])
      .where(sql<string>`+outcome`, '=', 'done')
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute()
  );
}

/** When tries with a person's name failed, after one row of the log; the latest first. */
export async function failedTries(db: Queries, userId: string, afterSequence: number): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select('at')
    .where('outcome', '=', 'failed')
    .where('sequence', '>', afterSequence)
    .where(sql<string>`+action`, 'in', [...signIns])
    .where((row) => row.or([row('actor_id', '=', userId), row('entity_id', '=', userId)]))
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(({ at }) => at);
}

/** The latest row of some actions about each account: who did it, and when. */
export async function latestAbout(
  db: Queries,
  action: string,
): Promise<Map<string, { at: string; actorId: string | null; actorName: string }>> {
  const rows = await db
    .selectFrom('audit_events')
    .select(['entity_id', 'at', 'actor_id', 'actor_name'])
    .where('action', '=', action)
    .where('outcome', '=', 'done')
    .orderBy('sequence')
    .execute();
  return new Map(
    rows.map((row) => [
      row.entity_id ?? '',
      { at: row.at, actorId: row.actor_id, actorName: row.actor_name },
    ]),
  );
}
