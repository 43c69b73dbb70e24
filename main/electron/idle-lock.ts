import { idleTime, type Moment, readClocks } from './idle-clock.ts';

const warningTime = 30_000;
const tick = 1000;

export interface IdleEvents {
  /** Told each second of the last half minute. */
  warn(secondsLeft: number): void;
  warningOver(): void;
  lock(): void;
}

/** Counts the time without activity while somebody is signed in. */
export class IdleLock {
  readonly #events: IdleEvents;
  #timer: NodeJS.Timeout | null = null;
  #limit = 0;
  #lastActivity: Moment = readClocks();
  #warned = false;

  constructor(events: IdleEvents) {
    this.#events = events;
  }

  start(minutes: number): void {
    this.stop();
    this.#limit = minutes * 60_000;
    this.#lastActivity = readClocks();
    this.#timer = setInterval(() => this.check(), tick);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#warned = false;
  }

  /** Activity after the limit comes too late: the first touch after a sleep must not keep the register open. */
  activity(): void {
    if (this.#timer === null || this.check()) return;
    this.#lastActivity = readClocks();
    if (this.#warned) this.#events.warningOver();
    this.#warned = false;
  }

  /** True when the limit had passed. */
  check(): boolean {
    if (this.#timer === null) return false;
    const left = this.#limit - idleTime(this.#lastActivity, readClocks());
    if (left <= 0) {
      this.stop();
      this.#events.lock();
      return true;
    }
    if (left <= warningTime) {
      this.#warned = true;
      this.#events.warn(Math.ceil(left / 1000));
    }
    return false;
  }
}
