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
    this.#timer = setInterval(() => this.#tick(), tick);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#warned = false;
  }

  /** Activity after the limit comes too late: the first touch after a sleep must not keep the register open. */
  activity(): void {
    if (this.check() <= 0) return;
    this.#lastActivity = readClocks();
    if (this.#warned) this.#events.warningOver();
    this.#warned = false;
  }

  /** Locks if the limit has passed. Returns the milliseconds left; 0 when nothing is being counted. */
  check(): number {
    if (this.#timer === null) return 0;
    const left = this.#limit - idleTime(this.#lastActivity, readClocks());
    if (left > 0) return left;
    this.stop();
    this.#events.lock();
    return 0;
  }

  #tick(): void {
    const left = this.check();
    if (left <= 0 || left > warningTime) return;
    this.#warned = true;
    this.#events.warn(Math.ceil(left / 1000));
  }
}
