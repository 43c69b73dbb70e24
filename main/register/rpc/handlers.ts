import type { Kysely } from 'kysely';
import type { Contract, Feature } from '#shared/contract.ts';
import type { Host } from '#shared/rpc/host.ts';
import type { AnyProcedure, FeatureContract, HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import type { Clock } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { OpenRegister } from '../open-register.ts';
import type { Account } from '../vault/accounts.ts';
import type { OwnBox } from '../vault/own-box.ts';
import type { VaultPlace } from '../vault/vault-place.ts';

export type { OwnBox };

/** The person whose session the call came through. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What audit details may hold: shown to managers, stored apart from the event so that it can be erased. */
export type AuditDetails = Readonly<Record<string, unknown>>;

export interface QueryContext {
  readonly db: Kysely<Schema>;
  /** Folder of the register's own files, for telling places apart; queries never write there. */
  readonly folder: string;
  readonly actor: Actor;
  /** What only this person can open. */
  readonly own: OwnBox;
  /** Everybody's account, from the vault as it is on disk now. */
  accounts(): Promise<readonly Account[]>;
  /** The one `now` of this call, a UTC instant. */
  readonly now: string;
}

export interface CommandContext {
  /** The transaction of this command; everything done through it is kept or dropped together. */
  readonly tx: Kysely<Schema>;
  readonly actor: Actor;
  /** What only this person can open. */
  readonly own: OwnBox;
  readonly now: string;
  newId(): string;
  /** Adds to the details of the audit event that dispatch writes. */
  detail(details: AuditDetails): void;
  /** Tells main, once the command is durable, after how many idle minutes the caller's window locks. */
  lockWhenIdleFor(minutes: number): void;
}

export interface TaskContext {
  /** As it is now: read it again after waiting, another task may have replaced it. */
  readonly register: OpenRegister;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly host: Host;
  /** Aborted when the person stops the task or the register is about to close. */
  readonly signal: AbortSignal;
  newId(): string;
  progress(stage: string, done: number, total: number): void;
  detail(details: AuditDetails): void;
  /**
   * Hands over the register under the vault that the task has just written, e.g.
   * `replaceRegister({ ...register, vault })`; later calls of the session use its keys, name and roles.
   */
  replaceRegister(register: OpenRegister): void;
}

/** Before sign-in there is no database, no actor and no audit log: only the folder and the vault in it. */
export interface DoorContext {
  readonly place: VaultPlace;
  readonly workstation: string;
  readonly clock: Clock;
  readonly host: Host;
  newId(): string;
  /**
   * Makes the caller's window the signed-in one; called once, when the register is open.
   * @param idleMinutes how long without input until the window locks by itself
   */
  signIn(register: OpenRegister, idleMinutes: number): void;
}

type Context<P extends AnyProcedure> = P['access'] extends 'door'
  ? DoorContext
  : { query: QueryContext; command: CommandContext; task: TaskContext }[P['kind']];

export type Handler<P extends AnyProcedure> = (
  input: HandlerInput<P>,
  context: Context<P>,
) => Promise<HandlerOutput<P>>;

/** A handler for every procedure of a feature: a missing or ill-typed one does not compile. */
export type Handlers<F extends FeatureContract> = { readonly [N in keyof F]: Handler<F[N]> };

export type AllHandlers = { readonly [F in Feature]: Handlers<Contract[F]> };
