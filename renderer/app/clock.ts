import { useSyncExternalStore } from 'react';

const second = 1000;

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, second);
  return () => clearInterval(timer);
}

/** The computer's time as an instant, to the minute: renews the screen when the minute changes. */
export function useMinute(): string {
  return useSyncExternalStore(everySecond, () => `${new Date().toISOString().slice(0, 16)}:00.000Z`);
}
