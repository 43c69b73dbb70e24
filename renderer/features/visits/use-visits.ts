import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { VisitFilter, visitsContract } from '#shared/features/visits/contract.ts';
import type { AppError } from '#shared/rpc/fault.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { client } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';

type VisitPage = CallOutput<typeof visitsContract.ofCustomer>;

/** The newest visits and the sums of one customer. */
export function useNewestVisits(customerId: string): UseQueryResult<VisitPage, AppError> {
  return useQuery(client.visits.ofCustomer({ customerId, show: 'all', before: null }));
}

/** The visits of one customer that the filter shows, newest first, as far back as has been asked for. */
export function useVisitPages(customerId: string, show: VisitFilter) {
  return usePages<VisitPage>((last) => {
    const end = last?.visits.at(-1);
    return client.visits.ofCustomer({ customerId, show, before: end ? { at: end.at, id: end.id } : null });
  });
}
