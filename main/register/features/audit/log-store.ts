import { type Expression, type SqlBool, sql } from 'kysely';
import type { LogRow } from '#shared/features/audit/log.ts';
import type { Mark } from '#shared/features/audit/unusual.ts';
import type { Queries } from '../../database/database.ts';
import type { AuditOutcome } from '../../rpc/audit-writer.ts';

/** A part of the log that an index gives newest first, without looking at any other row. */
export type Stream =
  | { readonly by: 'customer'; readonly id: string }
  | { readonly by: 'actor'; readonly id: string }
  | { readonly by: 'program' }
  | { readonly by: 'action'; readonly action: string }
  | { readonly by: 'outcome'; readonly outcome: string }
  | { readonly by: 'open-marks' };

/** Both ends are included. */
export interface SequenceRange {
  readonly low: number;
  readonly high: number;
}

/** What a row must be like; conditions that are missing ask nothing. */
export interface RowConditions {
  readonly customerId?: string;
  /** Null: an event of the program. */
  readonly actorId?: string | null;
  readonly anyOf?: { readonly customerIds: readonly string[]; readonly actorIds: readonly string[] };
  readonly actions?: readonly string[];
  readonly outcome?: string;
  readonly workstation?: string;
  /** Instants; the first is included, the second is not. */
  readonly time?: { readonly from: string | null; readonly until: string | null };
  readonly isMarked?: true;
}

export async function newestRow(db: Queries): Promise<{ sequence: number; hash: string } | null> {
  const row = await db
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The sequences of one stream, newest first, from an index alone. */
export async function streamSequences(
  db: Queries,
  stream: Stream,
  { low, high }: SequenceRange,
  limit: number,
): Promise<number[]> {
  const rows =
    stream.by === 'open-marks'
      ? await db
          .selectFrom('audit_marks')
          .select('sequence')
          .distinct()
          .where('resolved_at', 'is', null)
          .where('sequence', '>=', low)
          .where('sequence', '<=', high)
          .orderBy('sequence', 'desc')
          .limit(limit)
          .execute()
      : await db
          .selectFrom('audit_events')
          .select('sequence')
          .$if(stream.by === 'customer', (query) => query.where('customer_id', '=', keyOf(stream)))
          .$if(stream.by === 'actor', (query) => query.where('actor_id', '=', keyOf(stream)))
          .$if(stream.by === 'program', (query) => query.where('actor_id', 'is', null))
          .$if(stream.by === 'action', (query) => query.where('action', '=', keyOf(stream)))
          .$if(stream.by === 'outcome', (query) => query.where('outcome', '=', keyOf(stream)))
          .where('sequence', '>=', low)
          .where('sequence', '<=', high)
          .orderBy('sequence', 'desc')
          .limit(limit)
          .execute();
  return rows.map(({ sequence }) => sequence);
}

function keyOf(stream: Stream): string {
  switch (stream.by) {
    case 'customer':
    case 'actor':
      return stream.id;
    case 'action':
      return stream.action;
    case 'outcome':
      return stream.outcome;
    default:
      return '';
  }
}

/** Those of the given rows that meet the conditions, newest first. */
export async function sequencesAmong(
  db: Queries,
  sequences: readonly number[],
  conditions: RowConditions,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select('sequence')
    .where('sequence', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(sequences)}))`)
    .where(meets(conditions))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ sequence }) => sequence);
}

/** The rows of a stretch of the log that meet the conditions, newest first: reads every row of the stretch. */
export async function sequencesWithin(
  db: Queries,
  { low, high }: SequenceRange,
  conditions: RowConditions,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select('sequence')
    .where('sequence', '>=', low)
    .where('sequence', '<=', high)
    .where(meets(conditions))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ sequence }) => sequence);
}

/** `+column` keeps SQLite from choosing an index for a condition: these only look at rows already found. */
function meets(conditions: RowConditions): Expression<SqlBool> {
  const { customerId, actorId, anyOf, actions, outcome, workstation, time, isMarked } = conditions;
  const all = [
    customerId !== undefined && sql<SqlBool>`+customer_id = ${customerId}`,
    actorId !== undefined && sql<SqlBool>`+actor_id IS ${actorId}`,
    anyOf &&
      sql<SqlBool>`(+customer_id IN ${listOf(anyOf.customerIds)} OR +actor_id IN ${listOf(anyOf.actorIds)})`,
    actions && sql<SqlBool>`+action IN ${listOf(actions)}`,
    outcome !== undefined && sql<SqlBool>`+outcome = ${outcome}`,
    workstation !== undefined && sql<SqlBool>`workstation = ${workstation}`,
    time?.from && sql<SqlBool>`+at >= ${time.from}`,
    time?.until && sql<SqlBool>`+at < ${time.until}`,
    isMarked &&
      sql<SqlBool>`EXISTS (SELECT 1 FROM audit_marks WHERE audit_marks.sequence = audit_events.sequence AND resolved_at IS NULL)`,
  ].filter(
    (condition) => condition !== false && condition !== undefined && condition !== '' && condition !== null,
  );
  return all.length === 0 ? sql<SqlBool>`1` : sql<SqlBool>`${sql.join(all, sql` AND `)}`;
}

function listOf(values: readonly string[]) {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/**
 * Between which rows the events of a time lie. The wall clock may have been moved, so this is the widest stretch, and
 * every row in it is still held against the time. Null when there are none.
 */
export async function sequencesOfTime(
  db: Queries,
  { from, until }: { from: string | null; until: string | null },
): Promise<SequenceRange | null> {
  const found = await db
    .selectFrom('audit_events')
    .select(({ fn }) => [fn.min('sequence').as('low'), fn.max('sequence').as('high')])
    .$if(from !== null, (query) => query.where('at', '>=', from ?? ''))
    .$if(until !== null, (query) => query.where('at', '<', until ?? ''))
    .executeTakeFirst();
  return found?.low == null || found.high == null ? null : { low: found.low, high: found.high };
}

/** A row as stored, with the customer's id instead of the name. */
export interface StoredRow extends Omit<LogRow, 'customer' | 'marks'> {
  readonly customerId: string | null;
  readonly entityId: string | null;
  /** JSON array of role names. */
  readonly roles: string;
}

/** Newest first. */
export async function rowsOf(db: Queries, sequences: readonly number[]): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom('audit_events as event')
    .leftJoin('audit_details as details', 'details.event_id', 'event.id')
    .select(['event.sequence', 'at', 'actor_id', 'actor_name', 'roles', 'action', 'outcome', 'workstation'])
    .select(['hash', 'customer_id', 'entity_id', 'details.body'])
    .where('event.sequence', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(sequences)}))`)
    .orderBy('event.sequence', 'desc')
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    roles: row.roles,
    action: row.action,
    outcome: row.outcome as AuditOutcome,
    workstation: row.workstation,
    hash: row.hash,
    customerId: row.customer_id,
    entityId: row.entity_id,
    details: row.body === null ? null : JSON.parse(row.body),
  }));
}

/** The marks of rows, by their sequence. */
export async function marksOf(db: Queries, sequences: readonly number[]): Promise<Map<number, Mark[]>> {
  const rows = await db
    .selectFrom('audit_marks')
    .selectAll()
    .where('sequence', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(sequences)}))`)
    .orderBy('sequence')
    .orderBy('rule')
    .execute();
  const marks = new Map<number, Mark[]>();
  for (const { sequence, reason, resolved_at, resolved_by_name, note } of rows) {
    const resolved =
      resolved_at === null ? null : { at: resolved_at, by: resolved_by_name ?? '', note: note ?? '' };
    marks.set(sequence, [...(marks.get(sequence) ?? []), { reason: JSON.parse(reason), resolved }]);
  }
  return marks;
}
