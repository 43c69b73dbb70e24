import { useEffect } from 'react';
import type { TitleBarTone } from '#shared/desktop.ts';
import { desktop } from '../api/desktop.ts';

/**
 * Tells the system what its window buttons lie on, so that they take its colour. What covers another screen for
 * a while names the tone of that in `under`.
 */
export function useTitleBar(tone: TitleBarTone, under?: TitleBarTone): void {
  useEffect(() => {
    void desktop.titleBar({ tone });
    if (under === undefined) return;
    return () => void desktop.titleBar({ tone: under });
  }, [tone, under]);
}
