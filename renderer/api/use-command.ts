import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '#shared/rpc/fault.ts';
import type { Action } from './members.ts';
import { makeStale } from './query-client.ts';
import { restrictedBy, useAskRelation } from './relation.ts';
import { RequestIds } from './request-ids.ts';

interface CommandOptions<I, O> {
  /**
   * The draft of the form that the command saves: when the form is saved it is gone. As a function it is asked at each
   * call, for a form that takes several commands and is saved by the last of them.
   */
  draftId?: string | (() => string | undefined);
  /** Runs before the queries that the command made out of date are fetched again. */
  onDone?: (value: O, input: I) => void;
}

/**
 * A command of the contract as a mutation: `mutate(input)` or `await mutateAsync(input)`. Faults are in
 * `error.fault`; the families that the command declares are fetched again, also when it came too late (`conflict`). When the customer's processing is restricted,
 * the person is asked to which request the change belongs, and it is sent again with the answer.
 */
export function useCommand<I, O>(
  command: Action<I, O, 'command'>,
  { onDone, draftId }: CommandOptions<I, O> = {},
): UseMutationResult<O, AppError, I> {
  const queryClient = useQueryClient();
  const askRelation = useAskRelation();
  const [requestIds] = useState(() => new RequestIds());
  return useMutation<O, AppError, I>({
    mutationFn: async (input) => {
      const requestId = requestIds.idFor(input);
      const draft = typeof draftId === 'function' ? draftId() : draftId;
      const beside = draft === undefined ? {} : { draftId: draft };
      try {
        return await command.call(input, requestId, beside);
      } catch (error) {
        const restricted = restrictedBy(error);
        const relatesTo = restricted && (await askRelation?.(restricted));
        if (!relatesTo) throw error;
        return command.call(input, requestId, { ...beside, relatesTo });
      }
    },
    onSuccess: (value, input) => {
      requestIds.answered();
      onDone?.(value, input);
      makeStale(queryClient, command.stale);
    },
    // Somebody was first: the screen that the person is sent to look at shows what they changed.
    onError: ({ fault }) => {
      if (fault.kind === 'conflict') makeStale(queryClient, command.stale);
    },
  });
}
