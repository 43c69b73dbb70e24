import { z } from 'zod';
import { feedbackView } from './feedback-contract.ts';
import { paymentMethods, visitKinds } from './kinds.ts';

/** One entry as it is shown: with what was done to it later. */
export const visitView = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(visitKinds),
  /** Null for a contact without a service. */
  serviceName: z.string().nullable(),
  practitionerName: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Negative on a row that takes another back. */
      quantity: z.int(),
      unitPriceCents: z.int(),
      vatRate: z.int(),
      discountRate: z.int(),
      discountCents: z.int(),
    }),
  ),
  totalCents: z.int(),
  /** Null on visits from before it was asked. */
  paymentMethod: z.enum(paymentMethods).nullable(),
  receiptNumber: z.int().nullable(),
  /** The earlier entry that this one takes back, and why. */
  reverses: z.object({ id: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** The later entry that took this one back. */
  reversedBy: z.object({ id: z.string(), at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** The last time it was moved here from another customer. */
  movedHere: z.object({ at: z.string(), by: z.string(), reason: z.string(), fromNumber: z.int() }).nullable(),
  feedback: z.array(feedbackView),
  note: z.string().nullable(),
  recordedById: z.string(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type Visit = z.output<typeof visitView>;
