import type { correctionProcedures } from '#shared/features/visits/corrections-contract.ts';
import { mayCorrect } from '#shared/features/visits/may-correct.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { CommandContext } from '../../rpc/handlers.ts';
import { insertMove, insertReversal, isReversed, visitById } from './corrections-store.ts';
import { takeReceiptNumber } from './receipt-store.ts';
import type { VisitsTable } from './tables.ts';

type Reverse = typeof correctionProcedures.reverse;
type Move = typeof correctionProcedures.move;

/** An entry that still stands, is the customer's, and is this person's to correct. */
async function standing(
  tx: Queries,
  { visitId, customerId }: { visitId: string; customerId: string },
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
): Promise<VisitsTable> {
  const visit = await visitById(tx, visitId);
  if (!visit) throw new AppError({ kind: 'not-found' });
  if (visit.customer_id !== customerId) throw new AppError({ kind: 'conflict', changed: ['customerId'] });
  if (visit.reverses !== null) throw ruleBroken('visit-is-reversal', {});
  if (await isReversed(tx, visitId)) throw ruleBroken('visit-already-reversed', {});
  const { recorded_by: recordedById, recorded_by_name: recordedBy, recorded_at: recordedAt } = visit;
  if (!mayCorrect({ recordedById, recordedAt }, actor, dateAt(now))) {
    throw ruleBroken('correction-by-manager', { recordedBy, date: dateAt(recordedAt) });
  }
  return visit;
}

/** The money goes back today, the way it came; a receipt is answered with a receipt. */
export async function reverseVisit(
  input: HandlerInput<Reverse>,
  { tx, actor, now, newId, detail }: CommandContext,
): Promise<HandlerOutput<Reverse>> {
  const visit = await standing(tx, input, { actor, now });
  // What has no payment method to give back by, has no receipt either.
  const isPaid = visit.total_cents !== 0 && visit.payment_method !== null;
  const receiptNumber = isPaid ? await takeReceiptNumber(tx) : null;
  const totalCents = 0 - visit.total_cents;
  await insertReversal(
    tx,
    {
      ...visit,
      id: input.id,
      at: now,
      total_cents: totalCents,
      receipt_number: receiptNumber,
      reverses: visit.id,
      reason: input.reason,
      note: null,
      source: 'staff',
      recorded_at: now,
      recorded_by: actor.id,
      recorded_by_name: actor.name,
    },
    newId,
  );
  detail({ reason: input.reason });
  return { id: input.id, totalCents, receiptNumber };
}

export async function moveVisit(
  input: HandlerInput<Move>,
  { tx, actor, now, detail }: CommandContext,
): Promise<HandlerOutput<Move>> {
  const { id, visitId, customerId, toCustomerId, reason } = input;
  if (toCustomerId === customerId) throw ruleBroken('same-customer', {});
  await standing(tx, input, { actor, now });
  await insertMove(tx, {
    id,
    visit_id: visitId,
    from_customer_id: customerId,
    to_customer_id: toCustomerId,
    reason,
    moved_at: now,
    moved_by: actor.id,
    moved_by_name: actor.name,
  });
  detail({ reason });
  return { id };
}
