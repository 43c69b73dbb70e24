/** The only source of time in the register process. */
export interface Clock {
  /** UTC instant, `2026-11-18T12:32:07.123Z`. */
  now(): string;
  /** Whole milliseconds since some fixed moment; never goes back when the wall clock is set. */
  monotonicMs(): number;
  /** Runs `work` once after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => Math.floor(performance.now()),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
