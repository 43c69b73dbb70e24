import { z } from 'zod';
import { command, desk, managers, query } from '../../rpc/procedure.ts';
import { instantSchema, isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { optionalText } from '../../values/text.ts';
import { visitKinds } from './kinds.ts';
import { ratingCountsSchema } from './rating.ts';

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

/** One row of all feedback; who wrote it down is not asked there. */
const overviewItem = feedbackView.omit({ recordedBy: true }).extend({
  /** Null when it was given without a name. */
  of: z
    .object({
      kind: z.enum(visitKinds),
      serviceName: z.string().nullable(),
      /** As named now; null when the entry names none. */
      practitionerName: z.string().nullable(),
      customer: z.object({ id: z.string(), number: z.int(), lastName: z.string(), firstNames: z.string() }),
    })
    .nullable(),
});
export type OverviewFeedback = z.output<typeof overviewItem>;

const feedbackSums = z.object({
  /** Of all feedback of the period, with words or without. */
  all: ratingCountsSchema,
  /** Of what is tied to a visit, by name; the id is null where the entry names no practitioner, which comes last. */
  practitioners: z.array(
    z.object({ id: z.string().nullable(), name: z.string().nullable(), counts: ratingCountsSchema }),
  ),
  /** Of what was given without a name. */
  anonymous: ratingCountsSchema,
});
export type FeedbackSums = z.output<typeof feedbackSums>;

export const feedbackProcedures = {
  /**
   * What customers have said in a period, newest first, 50 at a time, and with the first page how they rated; nothing
   * of a visit that was taken back.
   */
  feedbackOverview: query({
    access: managers,
    input: z.strictObject({
      /** First and last day in Finland on which it was received; null leaves that side open. */
      from: isoDateSchema.nullable(),
      to: isoDateSchema.nullable(),
      /** Leaves ratings without words out of the list; the sums have them all. */
      onlyWords: z.boolean(),
      /** `receivedAt` and `id` of the last one seen. */
      before: z.strictObject({ receivedAt: instantSchema, id: idSchema }).nullable(),
    }),
    output: z.object({
      feedback: z.array(overviewItem),
      more: z.boolean(),
      /** With the first page only. */
      sums: feedbackSums.nullable(),
    }),
    audit: { log: 'burst', count: ({ feedback }) => feedback.length },
  }),
  /**
   * What a customer said of a visit; without a visit nobody knows who said it.
   * @throws `visit-already-reversed`, `visit-is-reversal`; `conflict` when it is another customer's by now
   */
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
