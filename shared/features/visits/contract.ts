import { z } from 'zod';
import { command, desk, query } from '../../rpc/procedure.ts';
import { instantSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { centsSchema, vatRateSchema } from '../../values/money.ts';
import { optionalText, requiredText } from '../../values/text.ts';
import { correctionProcedures } from './corrections-contract.ts';
import { dayProcedures } from './day-contract.ts';
import { feedbackProcedures, visitFeedbackView } from './feedback-contract.ts';
import { paymentMethodSchema, visitKindSchema } from './kinds.ts';
import { priceListProcedures } from './price-list-contract.ts';
import { receiptProcedures } from './receipt-contract.ts';
import { visitView } from './visit-view.ts';

export type { PriceListItem } from './price-list-contract.ts';

/** One line of what was sold, with the price and the rate as they were then. */
export const visitLineSchema = z
  .strictObject({
    id: idSchema,
    itemId: idSchema.nullable(),
    name: requiredText(120),
    quantity: z.int({ error: 'count-format' }).min(1, 'count-format').max(999, 'count-format'),
    unitPriceCents: centsSchema.min(0, 'out-of-range'),
    vatRate: vatRateSchema,
    /** Basis points off the line; 0 when the discount is an amount or there is none. */
    discountRate: vatRateSchema,
    /** Cents off the whole line; 0 when the discount is a share or there is none. */
    discountCents: centsSchema.min(0, 'out-of-range'),
  })
  .superRefine(({ quantity, unitPriceCents, discountRate, discountCents }, context) => {
    const isWithin = discountCents <= quantity * unitPriceCents;
    if (isWithin && (discountRate === 0 || discountCents === 0)) return;
    context.addIssue({ code: 'custom', message: 'out-of-range', path: ['discountCents'] });
  });
export type VisitLine = z.output<typeof visitLineSchema>;

/** Everything, the current calendar year, or what products were bought. */
export const visitFilters = ['all', 'year', 'purchases'] as const;
export type VisitFilter = (typeof visitFilters)[number];

export const visitsContract = {
  ...priceListProcedures,
  ...receiptProcedures,
  ...dayProcedures,
  ...correctionProcedures,
  ...feedbackProcedures,
  /** Newest first, 50 at a time; `before` is the `at` and `id` of the last one seen. */
  ofCustomer: query({
    access: desk,
    input: z.strictObject({
      customerId: idSchema,
      show: z.enum(visitFilters),
      before: z.strictObject({ at: instantSchema, id: idSchema }).nullable(),
    }),
    output: z.object({
      visits: z.array(visitView),
      more: z.boolean(),
      /** What happened, whatever is shown: entries that were taken back do not count. */
      count: z.int(),
      /** Sum of the current calendar year. */
      yearTotalCents: z.int(),
      /** Of this customer's visits, newest first, at most 50; with the first page only. What nobody put a name to is nobody's. */
      feedback: z.array(visitFeedbackView),
      /** What was written down for this customer and moved to another, newest move first. */
      movedAway: z.array(
        z.object({
          visitId: z.string(),
          at: z.string(),
          toCustomerId: z.string(),
          toNumber: z.int(),
          reason: z.string(),
          movedAt: z.string(),
          movedBy: z.string(),
        }),
      ),
    }),
    audit: { log: 'row', customer: (input) => input.customerId, repeat: 'while-open' },
  }),
  log: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      customerId: idSchema,
      at: instantSchema,
      kind: visitKindSchema,
      /** A visit has a service, a practitioner and a line (`visit-checks.ts`). */
      serviceId: idSchema.nullable(),
      practitionerId: idSchema.nullable(),
      lines: z.array(visitLineSchema).max(50, 'too-long'),
      /** Kept as `none` when nothing was charged. */
      paymentMethod: paymentMethodSchema,
      /** Never about health: that belongs to the health profile. */
      note: optionalText(2000),
    }),
    /** The receipt's number is the next of the clinic's series; null when nothing was charged. */
    output: z.object({ id: z.string(), totalCents: z.int(), receiptNumber: z.int().nullable() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'visit', id: input.id }),
    },
    stale: ['visits', 'customers', 'audit'],
  }),
};
