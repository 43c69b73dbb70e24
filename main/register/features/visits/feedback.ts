import type { feedbackProcedures } from '#shared/features/visits/feedback-contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import type { CommandContext } from '../../rpc/handlers.ts';
import { isReversed, visitById } from './corrections-store.ts';
import { insertFeedback } from './feedback-store.ts';

type Give = typeof feedbackProcedures.giveFeedback;

/** What was said without a name is kept without one: not even the visit. */
export async function giveFeedback(
  { id, of, rating, words }: HandlerInput<Give>,
  { tx, actor, now }: CommandContext,
): Promise<HandlerOutput<Give>> {
  if (of) {
    const visit = await visitById(tx, of.visitId);
    if (!visit) throw new AppError({ kind: 'not-found' });
    if (visit.customer_id !== of.customerId) {
      throw new AppError({ kind: 'conflict', changed: ['customerId'] });
    }
    if (visit.reverses !== null) throw ruleBroken('visit-is-reversal', {});
    if (await isReversed(tx, visit.id)) throw ruleBroken('visit-already-reversed', {});
  }
  await insertFeedback(tx, {
    id,
    visit_id: of?.visitId ?? null,
    rating,
    words,
    source: 'customer',
    received_at: now,
    recorded_by: actor.id,
    recorded_by_name: actor.name,
  });
  return { id };
}
