import type { CallRequest, DoorReason, ToRegister } from '#shared/rpc/bridge.ts';
import type { ReplyText } from '#shared/rpc/reply-text.ts';
import { type RegisterEvents, RegisterProcess } from './register-process.ts';

/** Keeps one locked register process at hand, and replaces it whenever the register is closed. */
export class RegisterKeeper {
  readonly #spawn: () => RegisterProcess;
  readonly #living = new Set<RegisterProcess>();
  #current: RegisterProcess | null = null;
  /** The last process, while it still ends long work after an idle lock. */
  #leaving: Promise<void> | null = null;

  constructor(entry: string, start: Extract<ToRegister, { type: 'start' }>, events: RegisterEvents) {
    this.#spawn = () => new RegisterProcess(entry, start, events);
  }

  /** Starts a process if there is none: at the start, after a lock, or (by the next call) after a crash. */
  ready(): RegisterProcess {
    if (this.#current?.alive) return this.#current;
    const process = this.#spawn();
    this.#living.add(process);
    void process.exited.then(() => this.#living.delete(process));
    this.#current = process;
    return process;
  }

  async call(clientId: string, request: CallRequest): Promise<ReplyText> {
    // Two processes never have the database open at the same time; the state of the door needs no database.
    if (this.#leaving && !isDoorStatus(request)) await this.#leaving;
    return this.ready().call(clientId, request);
  }

  /** Nothing more urgent is left to do: the process loads what it needs once somebody signs in. */
  prepare(): void {
    this.ready().prepare();
  }

  cancel(clientId: string, requestId: string): void {
    this.#current?.cancel(clientId, requestId);
  }

  /** `at-once` also stops long work; `after-long-work` lets it end out of sight. A locked one takes over. */
  async close(how: 'at-once' | 'after-long-work', reason: DoorReason): Promise<void> {
    const old = this.#current;
    if (old === null) return;
    this.#current = null;
    const end = how === 'at-once' ? old.close(reason) : old.longWorkDone().then(() => old.close(reason));
    const leaving = Promise.all([this.#leaving, end]).then(() => {
      if (this.#leaving === leaving) this.#leaving = null;
    });
    this.#leaving = leaving;
    this.ready();
    if (how === 'at-once') await end;
  }

  /** For the end of the program: nothing is left behind. */
  async kill(): Promise<void> {
    await Promise.all([...this.#living].map((process) => process.kill()));
  }
}

function isDoorStatus({ feature, name }: CallRequest): boolean {
  return feature === 'auth' && name === 'status';
}
