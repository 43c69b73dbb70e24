import { useEffect } from 'react';
import type { TitleBarTone } from '#shared/desktop.ts';
import { desktop } from '../api/desktop.ts';

/** Tells the system what its window buttons lie on, so that they take its colour. */
export function useTitleBar(tone: TitleBarTone): void {
  useEffect(() => {
    void desktop.titleBar({ tone });
  }, [tone]);
}
