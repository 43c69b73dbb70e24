import { useEffect, useSyncExternalStore } from 'react';
import { desktop } from '../api/desktop.ts';

const second = 1000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** When the person last did something here, in milliseconds of the page's own clock. */
let lastActivity = performance.now();
let lastTold = 0;

function note(): void {
  lastActivity = performance.now();
  if (lastActivity - lastTold < second) return;
  lastTold = lastActivity;
  void desktop.activity().catch(() => {
    // the door has just closed: nobody is there to be told
  });
}

/** Keeps the idle clock of main going while the person works. */
export function useActivity(): void {
  useEffect(() => {
    note();
    for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, []);
}

function everyFiveSeconds(listener: () => void): () => void {
  const timer = setInterval(listener, 5 * second);
  return () => clearInterval(timer);
}

/** Whole minutes, at least one, until the register locks if nothing is done. */
export function useMinutesToLock(idleMinutes: number): number {
  return useSyncExternalStore(everyFiveSeconds, () => {
    const left = idleMinutes - (performance.now() - lastActivity) / (60 * second);
    return Math.max(1, Math.ceil(left));
  });
}
