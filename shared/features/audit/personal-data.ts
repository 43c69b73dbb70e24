import { z } from 'zod';

/** Who has seen or changed the customer's data, newest first. Purely internal details are left out. */
export const auditPersonalDataSchema = z.array(
  z.strictObject({
    at: z.string(),
    by: z.string(),
    /** `feature.procedure`, such as `customers.card`. */
    action: z.string(),
    outcome: z.enum(['done', 'started', 'failed', 'refused', 'cancelled']),
  }),
);
export type AuditPersonalData = z.output<typeof auditPersonalDataSchema>;
