import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTypeAhead } from './keys/use-keys.tsx';

interface LeaveQuestion {
  isAsking: boolean;
  /** Goes where the person was going. */
  leave: () => void;
  stay: () => void;
}

/** Stops the way to another screen for as long as something would be lost by it, so that the person can be asked. */
export function useLeaveQuestion(hasUnsaved: () => boolean): LeaveQuestion {
  const typeAhead = useTypeAhead();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: hasUnsaved,
    enableBeforeUnload: false,
    withResolver: true,
  });
  const isAsking = status === 'blocked';
  useEffect(() => {
    if (isAsking) typeAhead.giveUp();
  }, [isAsking, typeAhead]);
  return { isAsking, leave: () => proceed?.(), stay: () => reset?.() };
}
