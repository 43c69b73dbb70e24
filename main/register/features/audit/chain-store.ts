import type { Selectable } from 'kysely';
import type { AuditDetailsTable, AuditEventsTable, AuditHeadsTable } from '../../database/audit-tables.ts';
import type { Queries } from '../../database/database.ts';

export interface LoggedRow {
  readonly row: Selectable<AuditEventsTable>;
  readonly details: Pick<AuditDetailsTable, 'body' | 'salt'> | null;
}

/** Whole rows of the log in order. @param after the last one already read; null from the first */
export async function rowsInOrder(
  db: Queries,
  after: number | null,
  until: number,
  limit: number,
): Promise<LoggedRow[]> {
  const rows = await db
    .selectFrom('audit_events')
    .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
    .selectAll('audit_events')
    .select(['body', 'salt'])
    .where('sequence', '<=', until)
    .$if(after !== null, (query) => query.where('sequence', '>', after ?? 0))
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(({ body, salt, ...row }) => ({
    row,
    details: body === null || salt === null ? null : { body, salt },
  }));
}

/** The number of the newest row; 0 when there is none. */
export async function newestSequence(db: Queries): Promise<number> {
  const { newest } = await db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.max('sequence').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

export async function countRows(db: Queries): Promise<number> {
  const { rows } = await db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

export async function countHeads(db: Queries): Promise<number> {
  const { heads } = await db
    .selectFrom('audit_heads')
    .select(({ fn }) => fn.countAll<number>().as('heads'))
    .executeTakeFirstOrThrow();
  return heads;
}

/** Signed heads in order. @param after sequence and signer of the last one already read */
export function headsInOrder(
  db: Queries,
  after: Pick<AuditHeadsTable, 'sequence' | 'user_id'> | null,
  limit: number,
): Promise<Selectable<AuditHeadsTable>[]> {
  return db
    .selectFrom('audit_heads')
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('sequence', 'user_id'), '>', tuple(after?.sequence ?? 0, after?.user_id ?? '')),
      ),
    )
    .orderBy('sequence')
    .orderBy('user_id')
    .limit(limit)
    .execute();
}
