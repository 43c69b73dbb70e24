import type { Clock } from '#main/register/clock.ts';

/** A clock that stands still until a test moves it; timers run when their moment is passed. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export function testClock(start = '2026-11-18T12:32:07.000Z'): TestClock {
  let elapsed = 0;
  const timers = new Set<{ due: number; work: () => void }>();
  return {
    now: () => new Date(Date.parse(start) + elapsed).toISOString(),
    monotonicMs: () => elapsed,
    after(ms, work) {
      const timer = { due: elapsed + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      elapsed += ms;
      for (const timer of [...timers].filter(({ due }) => due <= elapsed)) {
        timers.delete(timer);
        timer.work();
      }
    },
  };
}
