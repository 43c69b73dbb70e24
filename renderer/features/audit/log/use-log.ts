import { type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LogFilter, LogPage, LogRow } from '#shared/features/audit/log.ts';
import type { AppError } from '#shared/rpc/fault.ts';
import { client } from '../../../api/client.ts';
import { usePages } from '../../../api/use-pages.ts';

const screenful = 60;
/** Looks leave rows without making anything stale, so every question to the log is a new one. */
const always = 0;

export interface Log {
  rows: readonly LogRow[];
  first: LogPage | undefined;
  pages: UseInfiniteQueryResult<LogPage[], AppError>;
  hasMore: boolean;
  /** Rows are being looked for among older ones, several pages in a row. */
  isSearching: boolean;
  loadMore: () => void;
  stop: () => void;
}

/**
 * The rows of a filter. A search for something rare gives short pages: it goes on by itself until the screen is full,
 * the log ends or the person stops it. What was read is forgotten with the screen, so that it is new the next time.
 */
export function useLog(filter: LogFilter): Log {
  const queryClient = useQueryClient();
  const key = JSON.stringify(filter);
  const [stopped, setStopped] = useState<string | null>(null);
  const pages = usePages<LogPage>(
    (last) => client.audit.list({ filter, before: last === null ? null : (last.next ?? 1) }),
    always,
  );
  const { data, hasNextPage, isFetching, fetchNextPage, error } = pages;
  const rows = data?.flatMap((page) => page.rows) ?? [];
  const goesOn = hasNextPage && rows.length < screenful && stopped !== key && !error;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['audit', 'list'] }), [queryClient]);
  return {
    rows,
    first: data?.[0],
    pages,
    hasMore: hasNextPage,
    isSearching: goesOn || pages.isFetchingNextPage,
    loadMore: () => {
      setStopped(null);
      void fetchNextPage();
    },
    stop: () => setStopped(key),
  };
}
