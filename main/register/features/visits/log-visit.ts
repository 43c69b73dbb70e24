import type { visitsContract } from '#shared/features/visits/contract.ts';
import { totalOf } from '#shared/features/visits/totals.ts';
import { missingFrom } from '#shared/features/visits/visit-checks.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { CommandContext } from '../../rpc/handlers.ts';
import { takeReceiptNumber } from './receipt-store.ts';
import { requireSellable } from './sellable.ts';
import { insertVisit } from './store.ts';

type Log = typeof visitsContract.log;

/** Writes down what happened, with its receipt number when it cost something. */
export async function logVisit(
  input: HandlerInput<Log>,
  { tx, actor, now }: CommandContext,
): Promise<HandlerOutput<Log>> {
  if (input.at > now) throw new AppError({ kind: 'invalid-input', fields: { at: 'date-in-future' } });
  const missing = missingFrom(input);
  if (Object.keys(missing).length > 0) throw new AppError({ kind: 'invalid-input', fields: missing });
  const { id, customerId, at, kind, serviceId, practitionerId, lines, note } = input;
  const sold = await requireSellable(tx, input, dateAt(at));
  const totalCents = totalOf(lines);
  const receiptNumber = totalCents > 0 ? await takeReceiptNumber(tx) : null;
  await insertVisit(
    tx,
    {
      id,
      customer_id: customerId,
      at,
      kind,
      service_id: serviceId,
      service_name: sold.serviceName,
      practitioner_id: practitionerId,
      practitioner_name: sold.practitionerName,
      total_cents: totalCents,
      payment_method: totalCents > 0 ? input.paymentMethod : 'none',
      receipt_number: receiptNumber,
      reverses: null,
      reason: null,
      note,
      source: 'staff',
      recorded_at: now,
      recorded_by: actor.id,
      recorded_by_name: actor.name,
    },
    lines,
  );
  return { id, totalCents, receiptNumber };
}
