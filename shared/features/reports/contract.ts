import { z } from 'zod';
import { managers, task } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';

export const reportsContract = {
  /**
   * One customer's complete data as PDF and JSON in one AES-256 ZIP (GDPR Art. 15 and 20). The passphrase is
   * shown once and kept nowhere; the file goes where the person chooses.
   */
  exportCustomer: task({
    access: managers,
    input: z.strictObject({ customerId: idSchema }),
    output: z.object({
      outcome: z.enum(['saved', 'cancelled']),
      fileName: z.string().nullable(),
      passphrase: z.string().nullable(),
    }),
    audit: { log: 'row', customer: (input) => input.customerId },
    stale: ['audit'],
  }),
};
