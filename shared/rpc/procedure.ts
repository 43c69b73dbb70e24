import type { z } from 'zod';
import type { Role } from '../values/roles.ts';

/** Everyone who works with customers; the administrator's role alone gives no right to their data. */
export const desk: readonly Role[] = ['reception', 'manager'];
export const managers: readonly Role[] = ['manager'];
export const anyStaff: readonly Role[] = ['reception', 'manager', 'admin'];

/**
 * Who may call: `'door'` is served only while nobody is signed in (the register is closed),
 * otherwise the caller needs at least one of the roles.
 */
export type Access = 'door' | readonly Role[];

/** The groups of queries that a command can make out of date: the names of the features. */
export type Family =
  | 'auth'
  | 'accounts'
  | 'customers'
  | 'visits'
  | 'consents'
  | 'reports'
  | 'audit'
  | 'backup'
  | 'drafts'
  | 'settings'
  | 'notices'
  | 'keys';

export interface EntityRef {
  type: string;
  id: string;
}

/** What a call leaves in the audit log. */
export type Audit<I, O> =
  | {
      log: 'row';
      /** The customer whose data was seen or changed. */
      customer?: (input: I, output: O | undefined) => string | undefined;
      entity?: (input: I, output: O | undefined) => EntityRef | undefined;
      /** A second customer whom the deed concerns as much: gets a row of their own. */
      otherCustomer?: (input: I) => string;
      /**
       * `while-open`: a screen fetching the same customer again, with no other customer opened between,
       * is still the same look and leaves no second row (at most for 15 minutes).
       */
      repeat?: 'while-open';
    }
  /** Many small looks in a row: one audit event before the first results, one with the counts at the end. */
  | { log: 'burst'; count: (output: O) => number }
  | { log: 'none'; why: string };

export type Kind = 'query' | 'command' | 'task';

/** One use case with all its policy; handlers hold none. */
export interface Procedure<
  K extends Kind = Kind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  readonly kind: K;
  readonly access: A;
  readonly input: I;
  readonly output: O;
  readonly audit: Audit<z.output<I>, z.output<O>>;
  readonly stale: readonly Family[];
  /** A command that may as well be done twice: no answer is kept of it, and so no trace of its input. */
  readonly isRepeatable?: true;
  /**
   * Why this command may be done to a customer whose processing is restricted without saying to which request it
   * belongs. Every other command about a customer is refused then (GDPR Art. 18).
   */
  readonly whileRestricted?: string;
}

type Policy<I extends z.ZodType, O extends z.ZodType, A extends Access> = Omit<
  Procedure<Kind, I, O, A>,
  'kind' | 'stale'
>;
type ChangingPolicy<I extends z.ZodType, O extends z.ZodType, A extends Access> = Omit<
  Procedure<Kind, I, O, A>,
  'kind'
>;

/** Reads. Runs on the read connection; its result may be cached by the caller. */
export function query<I extends z.ZodType, O extends z.ZodType, A extends Access>(
  policy: Policy<I, O, A>,
): Procedure<'query', I, O, A> {
  return { kind: 'query', stale: [], ...policy };
}

/** Changes something in one short transaction, exactly once for each `requestId`. */
export function command<I extends z.ZodType, O extends z.ZodType, A extends Access>(
  policy: ChangingPolicy<I, O, A>,
): Procedure<'command', I, O, A> {
  return { kind: 'command', ...policy };
}

/** Long work with progress, which the caller may stop. Makes its own short transactions. */
export function task<I extends z.ZodType, O extends z.ZodType, A extends Access>(
  policy: ChangingPolicy<I, O, A>,
): Procedure<'task', I, O, A> {
  return { kind: 'task', ...policy };
}

// biome-ignore lint/suspicious/noExplicitAny: a feature's procedures differ in their schemas
export type AnyProcedure = Procedure<Kind, any, any>;
export type FeatureContract = Readonly<Record<string, AnyProcedure>>;

/** What a caller sends (before parsing). */
export type CallInput<P extends AnyProcedure> = z.input<P['input']>;
/** What a handler gets (after parsing). */
export type HandlerInput<P extends AnyProcedure> = z.output<P['input']>;
/** What a handler returns; parsed once more, so that undeclared keys never leave. */
export type HandlerOutput<P extends AnyProcedure> = z.input<P['output']>;
export type CallOutput<P extends AnyProcedure> = z.output<P['output']>;
