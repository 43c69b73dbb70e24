import { ruleBroken } from '#shared/rpc/fault.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import type { Queries } from '../database/database.ts';

/**
 * Data whose processing is restricted may only be stored, and used for a claim, another person's rights or with the
 * customer's consent (GDPR Art. 18(2)): whoever changes it says to which request the change belongs. Asked of every
 * command, so that none can forget it.
 * @throws AppError `processing-restricted`; the caller's transaction then keeps nothing
 */
export async function refuseRestricted(
  tx: Queries,
  procedure: AnyProcedure,
  customerId: string | undefined,
  relatesTo: string | undefined,
): Promise<void> {
  if (customerId === undefined || relatesTo !== undefined || procedure.whileRestricted) return;
  const customer = await tx
    .selectFrom('customers')
    .select(['customer_number', 'restricted_since'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (customer?.restricted_since == null) return;
  throw ruleBroken('processing-restricted', {
    customerNumber: customer.customer_number,
    since: customer.restricted_since,
  });
}
