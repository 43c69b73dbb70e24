import { z } from 'zod';
import { desk, query } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';

const event = z.object({
  sequence: z.int(),
  at: z.string(),
  actorName: z.string(),
  /** `feature.procedure`, or the name of an event of the program itself. */
  action: z.string(),
  outcome: z.enum(['done', 'started', 'failed', 'refused', 'cancelled']),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEvent = z.output<typeof event>;

export const auditContract = {
  /** Who has seen or changed one customer's data, newest first, 100 at a time. */
  ofCustomer: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema, beforeSequence: z.int().nullable() }),
    output: z.object({ events: z.array(event), more: z.boolean() }),
    audit: { log: 'row', customer: (input) => input.customerId, repeat: 'while-open' },
  }),
};
