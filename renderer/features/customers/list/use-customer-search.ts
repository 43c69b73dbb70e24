import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerHit } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';

/** As many as the contract gives at once: who needs more types another letter. */
const limit = 50;

interface SearchResult {
  hits: CustomerHit[];
  more: boolean;
}

const options = (text: string) => ({ ...client.customers.search({ text, limit }), staleTime: 0 });

interface CustomerSearch {
  query: UseQueryResult<SearchResult>;
  /** What the hits on the screen were found with, which may be a key behind what is typed. */
  foundWith: string;
  /** The hits of exactly this text, also when they are still on their way. */
  hitsOf: (text: string) => Promise<CustomerHit[]>;
}

/** Search as you type. The earlier hits stay on the screen until the new ones are there. */
export function useCustomerSearch(text: string): CustomerSearch {
  const queryClient = useQueryClient();
  const query = useQuery({ ...options(text), placeholderData: keepPreviousData });
  const [foundWith, setFoundWith] = useState(text);
  if (!query.isPlaceholderData && foundWith !== text) setFoundWith(text);
  return {
    query,
    foundWith,
    hitsOf: async (exact) => (await queryClient.fetchQuery({ ...options(exact), staleTime: 60_000 })).hits,
  };
}

/** The beginning of what was typed, for suggestions when the whole finds nobody. */
export function useNearHits(text: string, isWanted: boolean): CustomerHit[] {
  const start = text.trim().slice(0, Math.max(3, text.trim().length - 2));
  const { data } = useQuery({
    ...client.customers.search({ text: start, limit: 3 }),
    enabled: isWanted && /^\p{L}{3}/u.test(start) && start !== text.trim(),
  });
  return data?.hits ?? [];
}
