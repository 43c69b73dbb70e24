import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

/** Everybody who has an event in the log, by the newest name: jumps from person to person in the index. */
export async function peopleInLog(db: Queries): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    WITH RECURSIVE people (id) AS (
      SELECT min(actor_id) FROM audit_events
      UNION ALL
      SELECT (SELECT min(actor_id) FROM audit_events WHERE actor_id > people.id)
      FROM people WHERE people.id IS NOT NULL
    )
    SELECT id, (
      SELECT actor_name FROM audit_events WHERE actor_id = people.id ORDER BY sequence DESC LIMIT 1
    ) AS name
    FROM people WHERE id IS NOT NULL`.execute(db);
  return rows;
}

const lastSignIns = 1000;

/** The computers of the last thousand sign-ins. */
export async function workstationsInLog(db: Queries): Promise<string[]> {
  const rows = await db
    .selectFrom((query) =>
      query
        .selectFrom('audit_events')
        .select('workstation')
        .where('action', '=', 'auth.unlock')
        .orderBy('sequence', 'desc')
        .limit(lastSignIns)
        .as('signed_in'),
    )
    .select('workstation')
    .distinct()
    .where('workstation', 'is not', null)
    .orderBy('workstation')
    .execute();
  return rows.flatMap(({ workstation }) => workstation ?? []);
}

/** Rows with a mark that nobody has looked into; counts no further than `limit`. */
export async function countOpenMarks(db: Queries, limit: number): Promise<number> {
  const { count } = await db
    .selectFrom((query) =>
      query
        .selectFrom('audit_marks')
        .select('sequence')
        .distinct()
        .where('resolved_at', 'is', null)
        .limit(limit)
        .as('open'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Events by quarter of an hour. Finland is whole hours from UTC, so the quarters of both are the same. */
export async function eventsByQuarter(
  db: Queries,
  from: string,
  until: string,
): Promise<{ at: string; events: number; unusual: number }[]> {
  const quarter = sql<string>`substr(at, 1, 14) || printf('%02d', (substr(at, 15, 2) / 15) * 15) || ':00.000Z'`;
  const events = await db
    .selectFrom('audit_events')
    .select(({ fn }) => [quarter.as('quarter'), fn.countAll<number>().as('events')])
    .where('at', '>=', from)
    .where('at', '<', until)
    .groupBy('quarter')
    .orderBy('quarter')
    .execute();
  const marked = await db
    .selectFrom('audit_marks')
    .select(({ fn }) => [quarter.as('quarter'), fn.countAll<number>().as('marks')])
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('resolved_at', 'is', null)
    .groupBy('quarter')
    .execute();
  const unusual = new Map(marked.map((row) => [row.quarter, row.marks]));
  return events.map((row) => ({
    at: row.quarter,
    events: row.events,
    unusual: unusual.get(row.quarter) ?? 0,
  }));
}

interface Verified {
  readonly at: string;
  readonly by: string;
  readonly rows: number;
  readonly findings: number;
}

/** What the last verification that was not stopped said, from its own row in the log. */
export async function lastVerification(db: Queries): Promise<Verified | null> {
  const row = await db
    .selectFrom('audit_events as event')
    .innerJoin('audit_details as details', 'details.event_id', 'event.id')
    .select(['at', 'actor_name', 'body'])
    .where('action', '=', 'audit.verify')
    .where(sql<string>`+outcome`, '=', 'done')
    .orderBy('event.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { rows, findings } = JSON.parse(row.body) as Pick<Verified, 'rows' | 'findings'>;
  return { at: row.at, by: row.actor_name, rows, findings };
}
