import { type UtilityProcess, utilityProcess } from 'electron';
import type {
  CallRequest,
  DoorReason,
  FromRegister,
  Progress,
  SignedIn,
  ToRegister,
} from '#shared/rpc/bridge.ts';
import type { Fault } from '#shared/rpc/fault.ts';
import type { HostCall, HostReply } from '#shared/rpc/host.ts';
import { type ReplyText, writeReply } from '#shared/rpc/reply-text.ts';
import { emptyCoreDump } from './core-dumps.ts';
import type { LogLevel } from './logging.ts';

/** What the register process tells without being asked. */
export interface RegisterEvents {
  progress(clientId: string, progress: Progress): void;
  session(clientId: string, signedIn: SignedIn | null): void;
  hostCall(clientId: string, call: HostCall): Promise<HostReply>;
  log(level: LogLevel, message: string): void;
  /** It ended though nobody closed it. Returns the reference of the log entry. */
  stopped(exitCode: number): string;
}

interface PendingCall {
  readonly reply: Promise<ReplyText>;
  settle(reply: ReplyText): void;
  /** It has told how far it is, so it is long work that an idle lock lets finish. */
  long: boolean;
}

const closingLimit = 500;
const killLimit = 1000;
/** Work that takes longer hangs (a network drive that is gone), and meanwhile the keys would stay in memory. */
const longWorkLimit = 30 * 60_000;

/** One life of the register process, from locked to killed. Keys exist in it and nowhere else. */
export class RegisterProcess {
  readonly #child: UtilityProcess;
  readonly #events: RegisterEvents;
  readonly #pending = new Map<string, PendingCall>();
  readonly exited: Promise<void>;
  #onClosingDone: () => void = () => {};
  #onCallEnded: () => void = () => {};
  #closing = false;
  #alive = true;

  constructor(entry: string, start: Extract<ToRegister, { type: 'start' }>, events: RegisterEvents) {
    this.#events = events;
    // Its output is not kept: a stack trace of the database layer could quote a customer.
    this.#child = utilityProcess.fork(entry, [], { serviceName: 'Vastaanotto register', stdio: 'ignore' });
    this.#child.once('spawn', () => emptyCoreDump(this.#child.pid ?? 0));
    this.#child.on('message', (message: FromRegister) => this.#receive(message));
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        this.#ended(code);
        resolve();
      });
    });
    this.#post(start);
  }

  get alive(): boolean {
    return this.#alive;
  }

  call(clientId: string, request: CallRequest): Promise<ReplyText> {
    const key = callKey(clientId, request.requestId);
    const repeated = this.#pending.get(key);
    if (repeated) return repeated.reply;
    const { promise, resolve } = withResolver<ReplyText>();
    this.#pending.set(key, { reply: promise, settle: resolve, long: false });
    this.#post({ type: 'call', clientId, request });
    return promise;
  }

  prepare(): void {
    this.#post({ type: 'prepare' });
  }

  cancel(clientId: string, requestId: string): void {
    this.#post({ type: 'cancel', clientId, requestId });
  }

  /** Resolves when no long work is under way: at once when there is none, after half an hour in any case. */
  longWorkDone(): Promise<void> {
    return Promise.race([this.#noLongCall(), delay(longWorkLimit)]);
  }

  async #noLongCall(): Promise<void> {
    while (this.#alive && [...this.#pending.values()].some((call) => call.long)) {
      await new Promise<void>((resolve) => {
        this.#onCallEnded = resolve;
      });
    }
  }

  /** Lets it end its audit bursts and sign the log for at most half a second, then kills it: that is the wipe of the keys. */
  async close(reason: DoorReason): Promise<void> {
    this.#closing = true;
    const done = new Promise<void>((resolve) => {
      this.#onClosingDone = resolve;
    });
    this.#post({ type: 'closing', reason });
    await Promise.race([done, this.exited, delay(closingLimit)]);
    await this.kill();
  }

  async kill(): Promise<void> {
    this.#closing = true;
    if (!this.#alive) return;
    const { pid } = this.#child;
    this.#child.kill();
    await Promise.race([this.exited, delay(killLimit)]);
    if (this.#alive && pid !== undefined) process.kill(pid, 'SIGKILL');
    await this.exited;
  }

  #post(message: ToRegister): void {
    if (this.#alive) this.#child.postMessage(message);
  }

  #receive(message: FromRegister): void {
    switch (message.type) {
      case 'reply':
        this.#settle(callKey(message.clientId, message.requestId), message.reply);
        break;
      case 'progress':
        this.#progress(message);
        break;
      case 'session':
        this.#events.session(message.clientId, message.signedIn);
        break;
      case 'host-call':
        void this.#serveHostCall(message.hostCallId, message.clientId, message.call);
        break;
      case 'log':
        this.#events.log(message.level, message.message);
        break;
      case 'closing-done':
        this.#onClosingDone();
        break;
    }
  }

  #progress({ clientId, requestId, stage, done, total }: { clientId: string } & Progress): void {
    const call = this.#pending.get(callKey(clientId, requestId));
    if (call === undefined) return;
    call.long = true;
    this.#events.progress(clientId, { requestId, stage, done, total });
  }

  async #serveHostCall(hostCallId: string, clientId: string, call: HostCall): Promise<void> {
    const reply = await this.#events.hostCall(clientId, call);
    this.#post({ type: 'host-reply', hostCallId, reply });
  }

  #settle(key: string, reply: ReplyText): void {
    this.#pending.get(key)?.settle(reply);
    this.#pending.delete(key);
    this.#onCallEnded();
  }

  #ended(code: number): void {
    this.#alive = false;
    const fault: Fault = this.#closing
      ? { kind: 'locked' }
      : { kind: 'unexpected', reference: this.#events.stopped(code) };
    for (const key of [...this.#pending.keys()]) this.#settle(key, writeReply({ ok: false, fault }));
    this.#onCallEnded();
  }
}

function callKey(clientId: string, requestId: string): string {
  return `${clientId}/${requestId}`;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
