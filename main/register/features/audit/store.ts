import type { AuditEvent } from '#shared/features/audit/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { AuditOutcome } from '../../rpc/audit-writer.ts';

/**
 * One customer's events, newest first, in the order of the log (never of the wall clock).
 * @param beforeSequence the last one already seen; null from the newest
 */
export async function eventsOfCustomer(
  db: Queries,
  customerId: string,
  beforeSequence: number | null,
  limit: number,
): Promise<AuditEvent[]> {
  const rows = await db
    .selectFrom('audit_events')
    .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
    .select(['sequence', 'at', 'actor_name', 'action', 'outcome', 'body'])
    .where('customer_id', '=', customerId)
    .$if(beforeSequence !== null, (query) => query.where('sequence', '<', beforeSequence ?? 0))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    at: row.at,
    actorName: row.actor_name,
    action: row.action,
    outcome: row.outcome as AuditOutcome,
    details: row.body === null ? null : JSON.parse(row.body),
  }));
}

/** The customers whose card the person opened last, newest first: what a search shows before typing. */
export async function recentCustomers(db: Queries, actorId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select((query) => ['customer_id', query.fn.max('sequence').as('newest')])
    .where('actor_id', '=', actorId)
    .where('action', 'in', ['customers.card', 'customers.register'])
    .where('customer_id', 'is not', null)
    .where('sequence', '>', (query) =>
      query
        .selectFrom('audit_events')
        .select((max) => max(max.fn.max('sequence'), '-', recentWindow).as('from')),
    )
    .groupBy('customer_id')
    .orderBy('newest', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.customer_id === null ? [] : [row.customer_id]));
}

/** How far back the log is read for recent customers: a few days' work, so that its length never matters. */
const recentWindow = 5000;
