import { z } from 'zod';
import { command, desk } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { optionalText } from '../../values/text.ts';
import { visitKinds } from './kinds.ts';

export const feedbackView = z.object({
  id: z.string(),
  /** 1–5, 5 the best. */
  rating: z.int(),
  words: z.string().nullable(),
  receivedAt: z.string(),
  recordedBy: z.string(),
});
export type Feedback = z.output<typeof feedbackView>;

/** Feedback away from the row of its visit: with what it is of. */
export const visitFeedbackView = feedbackView.extend({
  visit: z.object({
    id: z.string(),
    at: z.string(),
    kind: z.enum(visitKinds),
    serviceName: z.string().nullable(),
  }),
});
export type VisitFeedback = z.output<typeof visitFeedbackView>;

export const feedbackProcedures = {
  /** What a customer said of a visit; without a visit nobody knows who said it. */
  giveFeedback: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      /** Whose visit and which; null when it was given without a name. */
      of: z.strictObject({ customerId: idSchema, visitId: idSchema }).nullable(),
      rating: z.int({ error: 'not-a-choice' }).min(1, 'not-a-choice').max(5, 'not-a-choice'),
      words: optionalText(2000),
    }),
    output: z.object({ id: z.string() }),
    audit: {
      log: 'row',
      customer: (input) => input.of?.customerId,
      entity: (input) => ({ type: 'feedback', id: input.id }),
    },
    stale: ['visits', 'audit'],
  }),
};
