import { z } from 'zod';
import { desk, query } from '../../rpc/procedure.ts';
import { isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { feedbackView } from './feedback-contract.ts';
import { paymentMethods, visitKindSchema } from './kinds.ts';
import { visitView } from './visit-view.ts';

const dayVisit = visitView.extend({
  customer: z.object({ id: z.string(), number: z.int(), lastName: z.string(), firstNames: z.string() }),
});
export type DayVisit = z.output<typeof dayVisit>;

export const dayProcedures = {
  /** What happened on one date in Finland, in the order of time; at most 500 entries. */
  ofDay: query({
    access: desk,
    input: z.strictObject({
      date: isoDateSchema,
      practitionerId: idSchema.nullable(),
      kind: visitKindSchema.nullable(),
    }),
    output: z.object({
      visits: z.array(dayVisit),
      more: z.boolean(),
      /** Of everything that the filter lets through, those taken back that day counted off; unknown method is null. */
      totals: z.array(z.object({ paymentMethod: z.enum(paymentMethods).nullable(), cents: z.int() })),
      /** What was said that day without a name. */
      anonymousFeedback: z.array(feedbackView),
    }),
    audit: { log: 'burst', count: ({ visits }) => visits.length },
  }),
  /** By whom a date's entries can be narrowed: who served customers then, and the former ones with an entry on it. */
  practitionersOfDay: query({
    access: desk,
    input: z.strictObject({ date: isoDateSchema }),
    output: z.array(z.object({ id: z.string(), name: z.string() })),
    audit: { log: 'none', why: 'Names of the clinic’s own practitioners; whom they served is not told' },
  }),
};
