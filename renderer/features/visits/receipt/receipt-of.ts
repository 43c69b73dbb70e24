import type { visitsContract } from '#shared/features/visits/contract.ts';
import type { CallOutput, HandlerInput } from '#shared/rpc/procedure.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import type { Translate } from '../../../locales/use-texts.ts';
import type { Entry } from '../correct/entry.ts';
import { whatHappened } from '../visit-text.ts';

/** A receipt that can be printed, and what it is of in words. */
export interface ReceiptOf {
  readonly customerId: string;
  readonly visitId: string;
  readonly number: number;
  readonly what: string;
  /** When, and how much. */
  readonly when: string;
}

const whenAndSum = (at: string, cents: number) => `${formatInstant(at)} · ${formatCents(cents)}`;

/** No when nothing was charged, or the entry is from before receipts had numbers. */
export function hasReceipt({
  receiptNumber,
  paymentMethod,
}: Pick<Entry['visit'], 'receiptNumber' | 'paymentMethod'>): boolean {
  return receiptNumber !== null && paymentMethod !== null;
}

/** For the dialog only: a list asks `hasReceipt` of each row. Null when there is none. */
export function receiptOf(t: Translate, { visit, customerId, customerName }: Entry): ReceiptOf | null {
  const { id: visitId, receiptNumber: number, at, totalCents } = visit;
  if (number === null || !hasReceipt(visit)) return null;
  return {
    customerId,
    visitId,
    number,
    what: [customerName, whatHappened(t, visit)].filter(Boolean).join(': '),
    when: whenAndSum(at, totalCents),
  };
}

/** Of a visit that was logged just now. */
export function receiptOfLogged(
  t: Translate,
  { kind, lines, at }: Pick<HandlerInput<typeof visitsContract.log>, 'kind' | 'lines' | 'at'>,
  { customerId, saved }: { customerId: string; saved: CallOutput<typeof visitsContract.log> },
): ReceiptOf | null {
  const { id: visitId, receiptNumber: number, totalCents } = saved;
  if (number === null) return null;
  const what = whatHappened(t, { kind, serviceName: null, lines: [...lines], reverses: null });
  return { customerId, visitId, number, what, when: whenAndSum(at, totalCents) };
}
