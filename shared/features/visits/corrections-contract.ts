import { z } from 'zod';
import { command, desk } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { requiredText } from '../../values/text.ts';

/** Both histories and the customers' own reports tell it: no names of others, nothing of health. */
const reason = requiredText(200);

export const correctionProcedures = {
  /**
   * Takes an entry back by a later one with the same lines below zero and a receipt of its own; nothing is written
   * over. @throws `visit-already-reversed`, `visit-is-reversal`,
   * `correction-by-manager` (see `may-correct.ts`); `conflict` when it is another customer's by now
   */
  reverse: command({
    access: desk,
    input: z.strictObject({
      /** Id of the new entry. */
      id: idSchema,
      customerId: idSchema,
      visitId: idSchema,
      reason,
    }),
    output: z.object({ id: z.string(), totalCents: z.int(), receiptNumber: z.int().nullable() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'visit', id: input.visitId }),
    },
    stale: ['visits', 'customers', 'audit'],
  }),
  /**
   * Gives an entry to the customer whose it is; its receipt stays. Both histories tell it.
   * @throws `visit-already-reversed`, `visit-is-reversal`, `same-customer`, `correction-by-manager`;
   * `conflict` as above
   */
  move: command({
    access: desk,
    input: z.strictObject({
      /** Id of the move. */
      id: idSchema,
      customerId: idSchema,
      visitId: idSchema,
      toCustomerId: idSchema,
      reason,
    }),
    output: z.object({ id: z.string() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'visit', id: input.visitId }),
      otherCustomer: (input) => input.toCustomerId,
    },
    stale: ['visits', 'customers', 'audit'],
  }),
};
