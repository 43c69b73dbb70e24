import type { Clock } from '../clock.ts';
import type { AuditEntry } from './audit-writer.ts';
import type { Session } from './session.ts';

interface Burst {
  readonly started: Promise<unknown>;
  looks: number;
  shown: number;
  cancelTimer: () => void;
}

const pauseMs = 2000;

/**
 * Search bursts: one audit event is durable before the first results of a burst are shown, one tells at its
 * end how many searches and how many results there were (never what was typed). A burst ends by a pause of
 * 2 s, by another logged deed of the same person, and at lock.
 */
export class Bursts {
  readonly #open = new Map<Session, Map<string, Burst>>();
  readonly #clock: Clock;
  readonly #write: (session: Session, entry: Omit<AuditEntry, 'actor'>) => Promise<unknown>;
  readonly #onError: (error: unknown) => void;

  constructor(
    clock: Clock,
    write: (session: Session, entry: Omit<AuditEntry, 'actor'>) => Promise<unknown>,
    onError: (error: unknown) => void,
  ) {
    this.#clock = clock;
    this.#write = write;
    this.#onError = onError;
  }

  /** Resolves when the start of the burst is durable. */
  async begin(session: Session, action: string): Promise<void> {
    const bursts = this.#open.get(session) ?? new Map<string, Burst>();
    this.#open.set(session, bursts);
    let burst = bursts.get(action);
    if (!burst) {
      burst = {
        started: this.#write(session, { action, outcome: 'started' }),
        looks: 0,
        shown: 0,
        cancelTimer: () => undefined,
      };
      bursts.set(action, burst);
    }
    try {
      await burst.started;
    } catch (error) {
      bursts.delete(action);
      throw error;
    }
  }

  count(session: Session, action: string, shown: number): void {
    const burst = this.#open.get(session)?.get(action);
    if (!burst) return;
    burst.looks += 1;
    burst.shown += shown;
    burst.cancelTimer();
    burst.cancelTimer = this.#clock.after(pauseMs, () => {
      this.#end(session, action).catch(this.#onError);
    });
  }

  /** Writes the ends of a person's open bursts; called before another deed of theirs is logged. */
  async endOf(session: Session): Promise<void> {
    for (const action of [...(this.#open.get(session)?.keys() ?? [])]) await this.#end(session, action);
  }

  async endAll(): Promise<void> {
    for (const session of [...this.#open.keys()]) await this.endOf(session);
  }

  async #end(session: Session, action: string): Promise<void> {
    const bursts = this.#open.get(session);
    const burst = bursts?.get(action);
    if (!bursts || !burst || burst.looks === 0) return;
    bursts.delete(action);
    burst.cancelTimer();
    await this.#write(session, {
      action,
      outcome: 'done',
      details: { searches: burst.looks, shown: burst.shown },
    });
  }
}
