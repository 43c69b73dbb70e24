import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { Family } from '#shared/rpc/procedure.ts';

const second = 1000;

/**
 * There is no network and a fault is an answer, so nothing waits for a connection or tries again. What a
 * closed screen showed leaves the memory soon; what is open is renewed by the commands that change it.
 */
export function createQueryClient(): QueryClient {
  // An answer is drawn in the turn in which it came, not after a timer behind whatever else waits.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 60 * second,
        gcTime: 30 * second,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

/** Fetches what is on the screen again and marks the rest for later. */
export function makeStale(queryClient: QueryClient, families: readonly Family[]): void {
  for (const family of families) void queryClient.invalidateQueries({ queryKey: [family] });
}
