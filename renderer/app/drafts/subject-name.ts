import { useQuery } from '@tanstack/react-query';
import { listName } from '#shared/values/names.ts';
import { client } from '../../api/client.ts';

/** The name of the customer whose card is open, for a draft about them; it is on the screen already. */
export function useSubjectName(customerId: string): string {
  const { data: card } = useQuery(client.customers.card({ customerId }));
  return card ? listName(card) : '';
}
