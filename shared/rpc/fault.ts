import type { IssueCode } from './issue-codes.ts';
import type { Rules } from './rules.ts';

/** A business rule that stopped the work, with the facts that its sentence needs. */
export type RuleBroken = {
  [R in keyof Rules]: { kind: 'rule-broken'; rule: R; facts: Rules[R] };
}[keyof Rules];

/**
 * Everything that can go wrong in a call, as data that crosses processes.
 * Sentences for people are made from it in the renderer, in the user's language.
 */
export type Fault =
  | { kind: 'invalid-input'; fields: Record<string, IssueCode> }
  | { kind: 'not-signed-in' }
  | { kind: 'locked' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'conflict'; changed: string[] }
  | RuleBroken
  | { kind: 'cancelled' }
  | { kind: 'storage-full' }
  | { kind: 'storage-damaged' }
  | { kind: 'unexpected'; reference: string };

export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** The one error that code of ours throws on purpose; dispatch turns it into a failed reply. */
export class AppError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.kind === 'rule-broken' ? `rule-broken: ${fault.rule}` : fault.kind);
    this.name = 'AppError';
    this.fault = fault;
  }
}

export function ruleBroken<R extends keyof Rules>(rule: R, facts: Rules[R]): AppError {
  return new AppError({ kind: 'rule-broken', rule, facts } as RuleBroken);
}
