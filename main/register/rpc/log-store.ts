import type { Selectable } from 'kysely';
import type { AuditHeadsTable } from '../database/audit-tables.ts';
import type { Queries } from '../database/database.ts';

type Row = Selectable<AuditHeadsTable>;

/** The heads that were signed last, newest first. */
export function newestHeads(db: Queries, limit: number): Promise<Row[]> {
  return db.selectFrom('audit_heads').selectAll().orderBy('sequence', 'desc').limit(limit).execute();
}

export async function insertHead(tx: Queries, head: Row): Promise<void> {
  // A head that is there already stays as it is: the table refuses replacing.
  const known = await tx
    .selectFrom('audit_heads')
    .select('hash')
    .where('sequence', '=', head.sequence)
    .where('user_id', '=', head.user_id)
    .executeTakeFirst();
  if (!known) await tx.insertInto('audit_heads').values(head).execute();
}

/** Hashes of the rows of these numbers, as far as the log has them. */
export async function hashesOf(db: Queries, sequences: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .where('sequence', 'in', sequences)
    .execute();
  return new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
}

/** Entities that rows of an action name. */
export async function entitiesOfAction(db: Queries, action: string): Promise<Set<string>> {
  const rows = await db.selectFrom('audit_events').select('entity_id').where('action', '=', action).execute();
  return new Set(rows.flatMap(({ entity_id }) => (entity_id === null ? [] : [entity_id])));
}

/** Which of these ids the log has already. */
export async function knownEvents(db: Queries, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('audit_events').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}
