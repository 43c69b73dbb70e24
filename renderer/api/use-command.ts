import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '#shared/rpc/fault.ts';
import type { Action } from './client.ts';
import { makeStale } from './query-client.ts';
import { RequestIds } from './request-ids.ts';

interface CommandOptions<I, O> {
  /** The draft of the form that the command saves: when the form is saved it is gone. */
  draftId?: string;
  /** Runs before the queries that the command made out of date are fetched again. */
  onDone?: (value: O, input: I) => void;
}

/**
 * A command of the contract as a mutation: `mutate(input)` or `await mutateAsync(input)`. Faults are in
 * `error.fault`; the families that the command declares are fetched again.
 */
export function useCommand<I, O>(
  command: Action<I, O, 'command'>,
  { onDone, draftId }: CommandOptions<I, O> = {},
): UseMutationResult<O, AppError, I> {
  const queryClient = useQueryClient();
  const [requestIds] = useState(() => new RequestIds());
  return useMutation<O, AppError, I>({
    mutationFn: (input) => command.call(input, requestIds.idFor(input), draftId),
    onSuccess: (value, input) => {
      requestIds.answered();
      onDone?.(value, input);
      makeStale(queryClient, command.stale);
    },
  });
}
