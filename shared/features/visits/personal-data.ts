import { z } from 'zod';

/** A customer's visits and purchases as they stand in the access report (GDPR Art. 15 and 20). */
export const visitsPersonalDataSchema = z.array(
  z.strictObject({
    id: z.string(),
    at: z.string(),
    service: z.string(),
    practitioner: z.string(),
    lines: z.array(
      z.strictObject({
        name: z.string(),
        quantity: z.int(),
        unitPriceCents: z.int(),
        vatRateBasisPoints: z.int(),
      }),
    ),
    totalCents: z.int(),
    note: z.string().nullable(),
    source: z.string(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  }),
);
export type VisitsPersonalData = z.output<typeof visitsPersonalDataSchema>;
