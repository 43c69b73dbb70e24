import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { type PriceListItem, visitsContract } from '#shared/features/visits/contract.ts';
import { dateAt, instantAt, isoDateSchema, timeAt } from '#shared/values/dates.ts';

const logInput = visitsContract.log.input;

const timeSchema = z.string().regex(/^\d{2}:\d{2}$/, 'time-format');

/** Nothing is chosen until the person chooses. */
const chosen = z
  .string()
  .nullable()
  .pipe(z.string({ error: 'not-a-choice' }));

/** The panel's values, checked by the contract's own schema; only the time is typed in two parts. */
export const visitFormSchema = logInput
  .omit({ id: true, customerId: true, at: true })
  .extend({
    date: isoDateSchema,
    time: timeSchema,
    serviceId: chosen.pipe(logInput.shape.serviceId),
    practitionerId: chosen.pipe(logInput.shape.practitionerId),
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
export function emptyVisit(now: string, practitionerId: string | null): VisitForm {
  return {
    date: dateAt(now),
    time: timeAt(now),
    serviceId: null,
    practitionerId,
    lines: [],
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
  return { id: uuidv7(), itemId: id, name, quantity: 1, unitPriceCents, vatRate };
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

/** Lines whose price and quantity can be counted with; the rest are still being typed. */
export function countable(lines: readonly VisitFormLine[]): VisitFormLine[] {
  return lines.filter(
    ({ quantity, unitPriceCents }) => Number.isSafeInteger(quantity) && Number.isSafeInteger(unitPriceCents),
  );
}
