import type { Contract } from '#shared/contract.ts';
import type { CallRequest, Progress, SignedIn } from '#shared/rpc/bridge.ts';
import { AppError, type Reply } from '#shared/rpc/fault.ts';
import type { Host } from '#shared/rpc/host.ts';
import { issuesByField } from '#shared/rpc/issue-codes.ts';
import type { AnyProcedure, FeatureContract } from '#shared/rpc/procedure.ts';
import { idSchema } from '#shared/values/ids.ts';
import type { Clock } from '../clock.ts';
import type { OpenRegister } from '../open-register.ts';
import { listAccounts } from '../vault/accounts.ts';
import { ownBox } from '../vault/own-box.ts';
import type { VaultPlace } from '../vault/vault-place.ts';
import { earlierAnswer, forgetOldAnswers, keepAnswer } from './answers.ts';
import { type AuditEntry, type AuditOutcome, auditWriter } from './audit-writer.ts';
import { Bursts } from './bursts.ts';
import { endDraft, forgetOldDrafts } from './ended-drafts.ts';
import { faultOf, type Log } from './faults.ts';
import type {
  AllHandlers,
  AuditDetails,
  CommandContext,
  DoorContext,
  QueryContext,
  TaskContext,
} from './handlers.ts';
import { refuseStrangeInput } from './input-guard.ts';
import { isNewLook, newSession, rememberLook, replaceRegister, type Session } from './session.ts';

/** What dispatch needs from outside; the same in the register process, in tests and in the bench. */
export interface Surroundings {
  readonly contract: Contract;
  readonly handlers: AllHandlers;
  readonly place: VaultPlace;
  readonly workstation: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly hostFor: (clientId: string) => Host;
  readonly onProgress: (clientId: string, progress: Progress) => void;
  readonly onSession: (clientId: string, signedIn: SignedIn | null) => void;
  readonly log: Log;
}

export interface Dispatch {
  call(clientId: string, request: CallRequest): Promise<Reply<unknown>>;
  cancel(clientId: string, requestId: string): void;
  /** Ends audit bursts and running tasks; nothing is served afterwards. */
  close(): Promise<void>;
}

interface Call {
  readonly clientId: string;
  readonly requestId: string;
  readonly draftId: string | undefined;
  /** `feature.name`: also the action in the audit log. */
  readonly action: string;
  readonly procedure: AnyProcedure;
  // biome-ignore lint/suspicious/noExplicitAny: the contract's types hold between procedure and handler
  readonly handler: (input: any, context: any) => Promise<unknown>;
  readonly input: unknown;
}

export function createDispatch(around: Surroundings): Dispatch {
  return new Dispatcher(around);
}

class Dispatcher implements Dispatch {
  readonly #around: Surroundings;
  readonly #sessions = new Map<string, Session>();
  readonly #tasks = new Map<string, AbortController>();
  readonly #audit: ReturnType<typeof auditWriter>;
  readonly #bursts: Bursts;
  #closed = false;
  #doorBusy = false;

  constructor(around: Surroundings) {
    this.#around = around;
    const { clock, newId, workstation } = around;
    this.#audit = auditWriter({ clock, newId, workstation, bootId: newId() });
    this.#bursts = new Bursts(
      around.clock,
      (session, entry) =>
        session.register.database.write((tx) => this.#audit.write(tx, { actor: session.actor, ...entry })),
      (error) => faultOf(error, around.newId(), around.log),
    );
  }

  /** The only catch: whatever goes wrong becomes a fault. */
  async call(clientId: string, request: CallRequest): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await this.#serve(clientId, request) };
    } catch (error) {
      return { ok: false, fault: faultOf(error, this.#around.newId(), this.#around.log) };
    }
  }

  cancel(clientId: string, requestId: string): void {
    this.#tasks.get(taskKey(clientId, requestId))?.abort();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const running of this.#tasks.values()) running.abort();
    await this.#bursts.endAll();
  }

  async #serve(clientId: string, request: CallRequest): Promise<unknown> {
    if (this.#closed) throw new AppError({ kind: 'locked' });
    const found = this.#find(clientId, request);
    if (found.procedure.access === 'door') return this.#door(this.#parsed(found, request.input));
    const session = this.#sessions.get(clientId);
    if (!session) throw new AppError({ kind: this.#sessions.size === 0 ? 'locked' : 'not-signed-in' });
    // No await between the call and the start of a task: a stop that follows at once must find it running.
    if (!isAllowed(session, found.procedure)) return this.#refuse(session, found);
    const call = this.#parsed(found, request.input);
    if (call.procedure.kind === 'query') return this.#query(session, call);
    if (call.procedure.kind === 'command') return this.#command(session, call);
    return this.#task(session, call);
  }

  #find(clientId: string, request: CallRequest): Call {
    const { contract, handlers } = this.#around;
    const feature = own(contract, request.feature) as FeatureContract | undefined;
    const procedure = feature && own(feature, request.name);
    const { requestId, draftId } = request;
    if (!procedure || !areIds(requestId, draftId ?? requestId)) throw new AppError({ kind: 'not-found' });
    const table = handlers[request.feature as keyof AllHandlers] as unknown as Record<
      string,
      Call['handler']
    >;
    const handler = table[request.name];
    if (!handler) throw new Error('a procedure has no handler');
    const action = `${request.feature}.${request.name}`;
    return { clientId, requestId, draftId, action, procedure, handler, input: undefined };
  }

  #parsed(call: Call, input: unknown): Call {
    refuseStrangeInput(input);
    const parsed = call.procedure.input.safeParse(input);
    if (!parsed.success) {
      throw new AppError({ kind: 'invalid-input', fields: issuesByField(parsed.error.issues) });
    }
    return { ...call, input: parsed.data };
  }

  async #refuse(session: Session, call: Call): Promise<never> {
    await this.#record(session, { action: call.action, outcome: 'refused' });
    throw new AppError({ kind: 'forbidden' });
  }

  async #query(session: Session, call: Call): Promise<unknown> {
    const { audit } = call.procedure;
    if (audit.log === 'burst') await this.#bursts.begin(session, call.action);
    const context: QueryContext = {
      db: session.register.database.read,
      folder: session.register.place.folder,
      actor: session.actor,
      own: ownBox(session.register.vault),
      accounts: () => listAccounts(session.register.place, session.register.vault),
      now: this.#around.clock.now(),
    };
    const output = this.#checked(call, await call.handler(call.input, context));
    if (audit.log === 'burst') this.#bursts.count(session, call.action, audit.count(output));
    if (audit.log === 'row') await this.#recordLook(session, call, output);
    return output;
  }

  /** The row is durable before the data leaves; a screen that fetches the same open customer again adds none. */
  async #recordLook(session: Session, call: Call, output: unknown): Promise<void> {
    const { audit } = call.procedure;
    if (audit.log !== 'row') return;
    const entry = this.#entry(call, 'done', output);
    const { customerId } = entry;
    const now = this.#around.clock.monotonicMs();
    if (audit.repeat === 'while-open' && customerId !== undefined) {
      if (!isNewLook(session, call.action, customerId, now)) return;
    }
    await this.#record(session, entry);
    if (customerId !== undefined) rememberLook(session, call.action, customerId, now);
  }

  /**
   * One transaction holds the deed, its audit event, its answer and the end of the form's draft; a repeated
   * request gets that answer.
   */
  async #command(session: Session, call: Call): Promise<unknown> {
    await this.#bursts.endOf(session);
    const { actor } = session;
    const asked = { requestId: call.requestId, actor, procedure: call.action, input: call.input };
    return session.register.database.write(async (tx) => {
      const { isRepeatable } = call.procedure;
      const earlier = isRepeatable ? null : await earlierAnswer(tx, asked);
      if (earlier) return earlier.value;
      const now = this.#around.clock.now();
      let details: AuditDetails = {};
      const context: CommandContext = {
        tx,
        actor,
        own: ownBox(session.register.vault),
        now,
        newId: this.#around.newId,
        detail: (more) => {
          details = { ...details, ...more };
        },
      };
      const output = this.#checked(call, await call.handler(call.input, context));
      if (call.procedure.audit.log === 'row') {
        await this.#audit.write(tx, { actor, ...this.#entry(call, 'done', output, details) });
      }
      if (call.draftId !== undefined) await endDraft(tx, actor.id, call.draftId, now);
      if (!isRepeatable) await keepAnswer(tx, asked, output, now);
      return output;
    });
  }

  /** A task is logged when it starts and when it ends, so that one that was killed still shows. */
  async #task(session: Session, call: Call): Promise<unknown> {
    const key = taskKey(call.clientId, call.requestId);
    if (this.#tasks.has(key)) throw new AppError({ kind: 'conflict', changed: ['requestId'] });
    const stop = new AbortController();
    this.#tasks.set(key, stop);
    const logged = call.procedure.audit.log === 'row';
    let details: AuditDetails = {};
    const context: TaskContext = {
      get register() {
        return session.register;
      },
      actor: session.actor,
      clock: this.#around.clock,
      host: this.#around.hostFor(call.clientId),
      signal: stop.signal,
      newId: this.#around.newId,
      progress: (stage, done, total) =>
        this.#around.onProgress(call.clientId, { requestId: call.requestId, stage, done, total }),
      detail: (more) => {
        details = { ...details, ...more };
      },
      replaceRegister: (register) => replaceRegister(session, register),
    };
    try {
      if (logged) await this.#record(session, this.#entry(call, 'started', undefined));
      const output = this.#checked(call, await call.handler(call.input, context));
      if (logged) await this.#record(session, this.#entry(call, 'done', output, details));
      return output;
    } catch (error) {
      const outcome = stop.signal.aborted ? 'cancelled' : 'failed';
      if (logged) await this.#record(session, this.#entry(call, outcome, undefined, details));
      throw stop.signal.aborted ? new AppError({ kind: 'cancelled' }) : error;
    } finally {
      this.#tasks.delete(key);
    }
  }

  /** Served only while nobody is signed in, one at a time: each may open the vault. */
  async #door(call: Call): Promise<unknown> {
    if (this.#sessions.size > 0 && call.action !== 'auth.status') throw new AppError({ kind: 'forbidden' });
    if (call.procedure.kind === 'query')
      return this.#checked(call, await call.handler(call.input, this.#doorContext(call)));
    if (this.#doorBusy) throw new AppError({ kind: 'conflict', changed: [] });
    this.#doorBusy = true;
    try {
      const output = this.#checked(call, await call.handler(call.input, this.#doorContext(call)));
      const session = this.#sessions.get(call.clientId);
      if (session) await this.#forgetOld(session);
      if (session && call.procedure.audit.log === 'row') {
        await this.#record(session, this.#entry(call, 'done', output));
      }
      return output;
    } finally {
      this.#doorBusy = false;
    }
  }

  #doorContext(call: Call): DoorContext {
    const { place, workstation, clock, newId } = this.#around;
    return {
      place,
      workstation,
      clock,
      newId,
      host: this.#around.hostFor(call.clientId),
      signIn: (register: OpenRegister, idleMinutes: number) => {
        const session = newSession(register);
        this.#sessions.set(call.clientId, session);
        this.#around.onSession(call.clientId, {
          userId: session.actor.id,
          name: session.actor.name,
          idleMinutes,
        });
      },
    };
  }

  async #forgetOld(session: Session): Promise<void> {
    const now = this.#around.clock.now();
    await session.register.database.write(async (tx) => {
      await forgetOldAnswers(tx, now);
      await forgetOldDrafts(tx, now);
    });
  }

  async #record(session: Session, entry: Omit<AuditEntry, 'actor'>): Promise<void> {
    await this.#bursts.endOf(session);
    await session.register.database.write((tx) => this.#audit.write(tx, { actor: session.actor, ...entry }));
  }

  #entry(
    call: Call,
    outcome: AuditOutcome,
    output: unknown,
    details?: AuditDetails,
  ): Omit<AuditEntry, 'actor'> {
    const { audit } = call.procedure;
    const named = audit.log === 'row' ? audit : { log: 'row' as const };
    return {
      action: call.action,
      outcome,
      customerId: named.customer?.(call.input, output),
      entity: named.entity?.(call.input, output),
      details,
    };
  }

  /** Only what the contract declares leaves; an output that breaks it is a bug of ours, never shown. */
  #checked(call: Call, output: unknown): unknown {
    const parsed = call.procedure.output.safeParse(output);
    if (!parsed.success) throw new Error(`${call.action} answered against its contract`);
    return parsed.data;
  }
}

function isAllowed(session: Session, { access }: AnyProcedure): boolean {
  return access !== 'door' && session.actor.roles.some((role) => access.includes(role));
}

function own<T extends object>(table: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(table, key) ? table[key as keyof T] : undefined;
}

function areIds(...ids: string[]): boolean {
  return ids.every((id) => idSchema.safeParse(id).success);
}

const taskKey = (clientId: string, requestId: string) => `${clientId} ${requestId}`;
