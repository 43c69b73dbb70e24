import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type PriceListItem, visitLineSchema, visitsContract } from '#shared/features/visits/contract.ts';
import type { PaymentMethod, VisitKind } from '#shared/features/visits/kinds.ts';
import { lineTotal } from '#shared/features/visits/totals.ts';
import { missingFrom } from '#shared/features/visits/visit-checks.ts';
import { dateAt, instantAt, isoDateSchema, timeAt } from '#shared/values/dates.ts';
import { parseDiscount } from './discount-text.ts';

const logInput = visitsContract.log.input;

const timeSchema = z.string().regex(/^\d{2}:\d{2}$/, 'time-format');

const { discountRate: _rate, discountCents: _cents, ...lineShape } = visitLineSchema.shape;

/** A line whose discount stands as it was typed: a share or an amount. */
const formLineSchema = z
  .strictObject({ ...lineShape, discount: z.string() })
  .transform(({ discount, ...line }, context) => {
    const parsed = parseDiscount(discount);
    const isWithin = parsed && lineTotal({ ...line, ...parsed }) >= 0;
    if (isWithin) return { ...line, ...parsed };
    const message = parsed ? 'discount-too-big' : 'discount-format';
    context.addIssue({ code: 'custom', message, path: ['discount'] });
    return z.NEVER;
  });

/** The panel's values, checked by the contract's own schema; only the time is typed in two parts. */
export const visitFormSchema = logInput
  .omit({ id: true, customerId: true, at: true })
  .extend({
    date: isoDateSchema,
    time: timeSchema,
    lines: z.array(formLineSchema).max(50, 'too-long'),
  })
  .superRefine((visit, context) => {
    for (const [field, message] of Object.entries(missingFrom(visit))) {
      context.addIssue({ code: 'custom', message, path: [field] });
    }
  })
  .superRefine(({ date, time }, context) => {
    if (!isoDateSchema.safeParse(date).success || !timeSchema.safeParse(time).success) return;
    const now = new Date().toISOString();
    if (instantAt(date, time) <= now) return;
    const isToday = date === dateAt(now);
    context.addIssue(
      isToday
        ? { code: 'custom', message: 'time-in-future', path: ['time'] }
        : { code: 'custom', message: 'date-in-future', path: ['date'] },
    );
  });
export type VisitForm = z.input<typeof visitFormSchema>;
export type CheckedVisit = z.output<typeof visitFormSchema>;
export type VisitFormLine = VisitForm['lines'][number];

/** @param now instant at which the panel was opened: the visit's time unless the person changes it */
export function emptyVisit(
  now: string,
  practitionerId: string | null,
  paymentMethod: PaymentMethod,
): VisitForm {
  return {
    date: dateAt(now),
    time: timeAt(now),
    kind: 'visit',
    serviceId: null,
    practitionerId,
    lines: [],
    paymentMethod,
    note: '',
  };
}

export function visitInput(
  { date, time, note, ...visit }: CheckedVisit,
  ids: { id: string; customerId: string },
): z.input<typeof logInput> {
  return { ...ids, ...visit, note: note ?? '', at: instantAt(date, time) };
}

export function lineOf({ id, name, unitPriceCents, vatRate }: PriceListItem): VisitFormLine {
  return { id: uuidv7(), itemId: id, name, quantity: 1, unitPriceCents, vatRate, discount: '' };
}

/**
 * The lines when another service is chosen: its line takes the place of the former service's, products stay.
 * @param former the service chosen until now
 */
export function withService(
  lines: readonly VisitFormLine[],
  service: PriceListItem,
  former: string | null,
): VisitFormLine[] {
  if (lines.some(({ itemId }) => itemId === service.id)) return [...lines];
  const rest = lines.filter(({ itemId }) => former === null || itemId !== former);
  return [lineOf(service), ...rest];
}

/** The lines when the service is named and not charged. */
export function without(lines: readonly VisitFormLine[], service: PriceListItem): VisitFormLine[] {
  return lines.filter(({ itemId }) => itemId !== service.id);
}

/** Of these kinds a chosen service is only named: what did not take place is not charged by itself. */
export function isCharged(kind: VisitKind): boolean {
  return kind === 'visit' || kind === 'online';
}

/** Lines whose price, quantity and discount can be counted with; the rest are still being typed. */
export function countable(lines: readonly VisitFormLine[]) {
  return lines.flatMap(({ discount, ...line }) => {
    const parsed = parseDiscount(discount);
    const isWhole = Number.isSafeInteger(line.quantity) && Number.isSafeInteger(line.unitPriceCents);
    if (!parsed || !isWhole) return [];
    const counted = { ...line, ...parsed };
    // More off than the line costs is a slip that the form names; nobody is promised money for it.
    return lineTotal(counted) < 0 ? [] : [counted];
  });
}
