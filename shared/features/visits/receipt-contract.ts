import { z } from 'zod';
import { desk, task } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';

/** The numbered receipt of an entry with money. */
export const receiptProcedures = {
  /**
   * As PDF to a place that the person chooses, or on paper. In the customer's language unless another is asked for;
   * the customer's name only when the customer asks for it.
   */
  printReceipt: task({
    access: desk,
    input: z.strictObject({
      customerId: idSchema,
      visitId: idSchema,
      /** Null is the customer's own. */
      language: languageSchema.nullable(),
      withName: z.boolean(),
      to: z.enum(['file', 'paper'], { error: 'not-a-choice' }),
    }),
    output: z.object({
      outcome: z.enum(['saved', 'printed', 'cancelled']),
      fileName: z.string().nullable(),
    }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'visit', id: input.visitId }),
    },
    stale: ['audit'],
  }),
};
