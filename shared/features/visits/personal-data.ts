import { z } from 'zod';
import { paymentMethods, visitKinds } from './kinds.ts';

/** A customer's visits and purchases as they stand in the access report (GDPR Art. 15 and 20). */
export const visitsPersonalDataSchema = z.array(
  z.strictObject({
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
    note: z.string().nullable(),
    source: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  }),
);
export type VisitsPersonalData = z.output<typeof visitsPersonalDataSchema>;
