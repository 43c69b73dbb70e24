import type { customersContract } from '#shared/features/customers/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { client } from '../../../api/client.ts';
import { type CustomerValues, formOf } from './form-values.ts';

/** A customer as the form of changes begins with it; protected contact details have been shown for a reason. */
export type StoredCustomer = CallOutput<typeof customersContract.forEditing>;

/** Never from the cache: the version that the form starts from must be the newest. */
export const freshForm = (customerId: string) => ({
  ...client.customers.forEditing({ customerId }),
  staleTime: 0,
  gcTime: 0,
});

/** Where this change came from is asked anew; the source of the old data says nothing of it. */
export function startOf(stored: StoredCustomer): CustomerValues['form'] {
  return { ...formOf(stored), source: null };
}
