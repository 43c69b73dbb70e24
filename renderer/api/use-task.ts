import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Progress } from '#shared/rpc/bridge.ts';
import type { AppError } from '#shared/rpc/fault.ts';
import { cancelCall, onBridgeEvent } from './bridge.ts';
import type { Action } from './members.ts';
import { makeStale } from './query-client.ts';

export type TaskResult<I, O> = UseMutationResult<O, AppError, I> & {
  /** The newest news of the running task; null before the first and when nothing runs. */
  progress: Progress | null;
  /** Asks the task to stop; it then fails with the fault `cancelled`. */
  cancel: () => void;
};

interface TaskOptions<I, O> {
  onDone?: (value: O, input: I) => void;
}

/** A long task of the contract: a mutation with progress that can be stopped. */
export function useTask<I, O>(
  task: Action<I, O, 'task'>,
  { onDone }: TaskOptions<I, O> = {},
): TaskResult<I, O> {
  const queryClient = useQueryClient();
  const running = useRef<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(
    () =>
      onBridgeEvent('progress', ({ type: _, ...news }) => {
        if (news.requestId === running.current) setProgress(news);
      }),
    [],
  );

  const mutation = useMutation<O, AppError, I>({
    mutationFn: (input) => {
      running.current = uuidv7();
      return task.call(input, running.current);
    },
    onSuccess: (value, input) => {
      onDone?.(value, input);
      makeStale(queryClient, task.stale);
    },
    onSettled: () => {
      running.current = null;
      setProgress(null);
    },
  });
  const cancel = useCallback(() => {
    if (running.current) cancelCall(running.current);
  }, []);
  return { ...mutation, progress, cancel };
}
