import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';
import type { VisitMovesTable, VisitsTable } from './tables.ts';

export function visitById(db: Queries, id: string): Promise<VisitsTable | undefined> {
  return db.selectFrom('visits').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function isReversed(db: Queries, visitId: string): Promise<boolean> {
  const reversal = await db
    .selectFrom('visits')
    .select('id')
    .where('reverses', '=', visitId)
    .executeTakeFirst();
  return reversal !== undefined;
}

/** The same lines below zero, each under the id that `newId` gives. */
export async function insertReversal(
  tx: Queries,
  reversal: VisitsTable & { reverses: string },
  newId: () => string,
): Promise<void> {
  await tx.insertInto('visits').values(reversal).execute();
  const lines = await tx
    .selectFrom('visit_lines')
    .selectAll()
    .where('visit_id', '=', reversal.reverses)
    .execute();
  if (lines.length === 0) return;
  await tx
    .insertInto('visit_lines')
    .values(
      lines.map((line) => ({ ...line, id: newId(), visit_id: reversal.id, quantity: 0 - line.quantity })),
    )
    .execute();
}

export async function insertMove(tx: Queries, move: VisitMovesTable): Promise<void> {
  await tx
    .updateTable('visits')
    .set({ customer_id: move.to_customer_id })
    .where('id', '=', move.visit_id)
    .execute();
  await tx.insertInto('visit_moves').values(move).execute();
}

/** What was this customer's until it was moved, newest move first. */
export async function movesFrom(db: Queries, customerId: string) {
  return db
    .selectFrom('visit_moves')
    .innerJoin('visits', 'visits.id', 'visit_moves.visit_id')
    .innerJoin('customers', 'customers.id', 'visit_moves.to_customer_id')
    .select([
      'visit_moves.visit_id as visitId',
      'visits.at',
      'visit_moves.to_customer_id as toCustomerId',
      'customers.customer_number as toNumber',
      'visit_moves.reason',
      'visit_moves.moved_at as movedAt',
      'visit_moves.moved_by_name as movedBy',
    ])
    .where('visit_moves.from_customer_id', '=', customerId)
    .orderBy(sql`visit_moves.id`, 'desc')
    .execute();
}
