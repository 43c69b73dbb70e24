import {
  type FetchQueryOptions,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AppError } from '#shared/rpc/fault.ts';
import type { QueryKey } from './members.ts';

/**
 * A list that the register gives in pages, each found by the end of the one before:
 * `usePages((last) => client.visits.ofCustomer({ customerId, before: endOf(last) }))`. When the list goes out of
 * date, all pages that are shown are fetched again in order, so that nothing falls between two of them.
 * @param pageAfter options of the page that follows `last`; of the first page for null
 * @param staleTime how long, in milliseconds, a list that was shown before is shown again without asking
 */
export function usePages<Page extends { more: boolean }>(
  pageAfter: (last: Page | null) => FetchQueryOptions<Page, AppError, Page, QueryKey>,
  staleTime?: number,
): UseInfiniteQueryResult<Page[], AppError> {
  const queryClient = useQueryClient();
  const kept = staleTime === undefined ? {} : { staleTime };
  return useInfiniteQuery<Page, AppError, Page[], readonly unknown[], Page | null>({
    queryKey: [...pageAfter(null).queryKey, 'pages'],
    queryFn: ({ pageParam }) => queryClient.fetchQuery({ ...pageAfter(pageParam as Page | null), ...kept }),
    ...kept,
    initialPageParam: null,
    getNextPageParam: (last) => (last.more ? last : null),
    select: ({ pages }) => pages,
  });
}
