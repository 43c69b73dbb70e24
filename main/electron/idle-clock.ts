/** Two clocks read together, in milliseconds: one that only runs forward, and the one on the wall. */
export interface Moment {
  monotonic: number;
  wall: number;
}

export function readClocks(): Moment {
  return { monotonic: performance.now(), wall: Date.now() };
}

/**
 * Time without activity, by the clock that saw more of it: the monotonic clock stands still while a computer
 * sleeps, and the wall clock can be set. A wall clock set back counts as much as one set forward.
 */
export function idleTime(since: Moment, now: Moment): number {
  return Math.max(now.monotonic - since.monotonic, Math.abs(now.wall - since.wall));
}
