import { z } from 'zod';
import { paymentMethods, visitKinds } from './kinds.ts';

const entry = z.strictObject({
  id: z.string(),
  at: z.string(),
  kind: z.enum(visitKinds),
  service: z.string().nullable(),
  practitioner: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      name: z.string(),
      quantity: z.int(),
      unitPriceCents: z.int(),
      vatRateBasisPoints: z.int(),
      /** One of the two discounts is 0; the cents are off the whole line. */
      discountBasisPoints: z.int(),
      discountCents: z.int(),
    }),
  ),
  totalCents: z.int(),
  /** Null on visits from before it was asked. */
  paymentMethod: z.enum(paymentMethods).nullable(),
  receiptNumber: z.int().nullable(),
  /** Id of the entry that this one takes back, or that takes this one back, and why. */
  takesBack: z.strictObject({ id: z.string(), reason: z.string() }).nullable(),
  takenBackBy: z.strictObject({ id: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** When it was moved here from another customer, on whom it had been written down by mistake. */
  movedHere: z.strictObject({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  feedback: z.array(
    z.strictObject({
      id: z.string(),
      rating: z.int(),
      words: z.string().nullable(),
      receivedAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
  note: z.string().nullable(),
  source: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});

/** A customer's visits and purchases as they stand in the access report (GDPR Art. 15 and 20). */
export const visitsPersonalDataSchema = z.strictObject({
  entries: z.array(entry),
  /** What was first written down for this customer by mistake: whose it was is not told, only that it is gone. */
  movedAway: z.array(
    z.strictObject({
      visitId: z.string(),
      at: z.string(),
      movedAt: z.string(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
});
export type VisitsPersonalData = z.output<typeof visitsPersonalDataSchema>;
