import type { CallRequest, DoorReason } from '#shared/rpc/bridge.ts';
import { AppError, type Reply } from '#shared/rpc/fault.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import { setAsideDamaged } from '../set-aside.ts';
import { type Call, checkedOutput, entryOf, findCall, withInput } from './call.ts';
import { faultOf } from './faults.ts';
import type { DoorContext } from './handlers.ts';
import { Recorder } from './recorder.ts';
import { runCommand } from './run-command.ts';
import { runQuery } from './run-query.ts';
import { runTask } from './run-task.ts';
import { newSession, type Session } from './session.ts';
import { recordEnd, recordSignIn } from './session-log.ts';
import type { Surroundings } from './surroundings.ts';

export interface Dispatch {
  call(clientId: string, request: CallRequest): Promise<Reply<unknown>>;
  cancel(clientId: string, requestId: string): void;
  /** Ends audit bursts and running tasks and signs the log; nothing is served afterwards. Never fails. */
  close(reason?: DoorReason): Promise<void>;
}

export function createDispatch(around: Surroundings): Dispatch {
  return new Dispatcher(around);
}

interface RunningTask {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

/** How long a closing waits for stopped tasks to write how they ended: a fifth of the time that it has. */
const taskEndMs = 100;

class Dispatcher implements Dispatch {
  readonly #around: Surroundings;
  readonly #recorder: Recorder;
  readonly #sessions = new Map<string, Session>();
  readonly #tasks = new Map<string, RunningTask>();
  #closed = false;
  #doorBusy = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#recorder = new Recorder(around);
  }

  /** The only catch: whatever goes wrong becomes a fault. */
  async call(clientId: string, request: CallRequest): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await this.#serve(clientId, request) };
    } catch (error) {
      await setAsideDamaged(error, this.#around.place.folder);
      return { ok: false, fault: faultOf(error, this.#around.newId(), this.#around.log) };
    }
  }

  cancel(clientId: string, requestId: string): void {
    this.#tasks.get(taskKey(clientId, requestId))?.stop.abort();
  }

  /** Whatever cannot be written here, the kill that follows must come. */
  async close(reason: DoorReason = 'signed-out'): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { clock, newId, log } = this.#around;
    const failed = (error: unknown) => void faultOf(error, newId(), log);
    for (const { stop } of this.#tasks.values()) stop.abort();
    const ends = Promise.allSettled([...this.#tasks.values()].map(({ ended }) => ended));
    await Promise.race([ends, new Promise<void>((resolve) => clock.after(taskEndMs, resolve))]);
    await this.#recorder.bursts.endAll().catch(failed);
    for (const session of this.#sessions.values())
      await recordEnd(this.#around, this.#recorder, session, reason).catch(failed);
  }

  async #serve(clientId: string, request: CallRequest): Promise<unknown> {
    if (this.#closed) throw new AppError({ kind: 'locked' });
    const { contract, handlers } = this.#around;
    const found = findCall(contract, handlers, clientId, request);
    if (found.procedure.access === 'door') return this.#door(withInput(found, request.input));
    const session = this.#sessions.get(clientId);
    if (!session) throw new AppError({ kind: this.#sessions.size === 0 ? 'locked' : 'not-signed-in' });
    // No await between the call and the start of a task: a stop that follows at once must find it running.
    if (!isAllowed(session, found.procedure)) return this.#refuse(session, found);
    const call = withInput(found, request.input);
    if (call.procedure.kind === 'query') return runQuery(this.#around, this.#recorder, session, call);
    if (call.procedure.kind === 'command') return runCommand(this.#around, this.#recorder, session, call);
    return this.#task(session, call);
  }

  async #refuse(session: Session, call: Call): Promise<never> {
    await this.#recorder.record(session, { action: call.action, outcome: 'refused' });
    throw new AppError({ kind: 'forbidden' });
  }

  #task(session: Session, call: Call): Promise<unknown> {
    const key = taskKey(call.clientId, call.requestId);
    if (this.#tasks.has(key)) throw new AppError({ kind: 'conflict', changed: ['requestId'] });
    const stop = new AbortController();
    const running = runTask(this.#around, this.#recorder, session, call, stop.signal);
    const ended = running.finally(() => this.#tasks.delete(key));
    this.#tasks.set(key, { stop, ended });
    return ended;
  }

  /** Served only while nobody is signed in, one at a time: each may open the vault. */
  async #door(call: Call): Promise<unknown> {
    if (this.#sessions.size > 0 && call.action !== 'auth.status') throw new AppError({ kind: 'forbidden' });
    if (call.procedure.kind === 'query') return this.#knock(call);
    if (this.#doorBusy) throw new AppError({ kind: 'conflict', changed: [] });
    this.#doorBusy = true;
    try {
      return await this.#knock(call);
    } finally {
      this.#doorBusy = false;
    }
  }

  /** A window is signed in when its sign-in is on record, not before. */
  async #knock(call: Call): Promise<unknown> {
    const { place, workstation, clock, newId } = this.#around;
    const entries: { session: Session; idleMinutes: number }[] = [];
    const context: DoorContext = {
      place,
      workstation,
      clock,
      newId,
      host: this.#around.hostFor(call.clientId),
      signIn: (register, idleMinutes) => {
        entries.push({ session: newSession(register), idleMinutes });
      },
    };
    const output = await call.handler(call.input, context);
    for (const entry of entries) await this.#enter(call, output, entry);
    return checkedOutput(call, output);
  }

  async #enter(
    call: Call,
    output: unknown,
    { session, idleMinutes }: { session: Session; idleMinutes: number },
  ): Promise<void> {
    const { actor, register } = session;
    try {
      await recordSignIn(this.#around, this.#recorder, session, entryOf(call, 'done', output));
      if (this.#closed) throw new AppError({ kind: 'locked' });
    } catch (error) {
      await register.database.close();
      throw error;
    }
    this.#sessions.set(call.clientId, session);
    this.#around.onSession(call.clientId, { userId: actor.id, name: actor.name, idleMinutes });
  }
}

function isAllowed(session: Session, { access }: AnyProcedure): boolean {
  return access !== 'door' && session.actor.roles.some((role) => access.includes(role));
}

const taskKey = (clientId: string, requestId: string) => `${clientId} ${requestId}`;
