import { AppError, type Fault, ruleBroken } from '#shared/rpc/fault.ts';
import { DatabaseError } from '../database/database-error.ts';
import { VaultError } from '../vault/vault-error.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;

/**
 * The fault that a caller gets for an error. An error that nobody meant to throw becomes a reference to the
 * program's log; its message is left out there too, because it could hold a customer's data.
 */
export function faultOf(error: unknown, reference: string, log: Log): Fault {
  if (error instanceof AppError) return error.fault;
  if (error instanceof VaultError) return vaultFault(error, reference, log);
  if (error instanceof DatabaseError) {
    if (error.kind === 'full') return { kind: 'storage-full' };
    if (error.kind === 'interrupted') return { kind: 'cancelled' };
    if (error.kind === 'damaged') {
      log('error', `${reference} storage damaged`);
      return { kind: 'storage-damaged' };
    }
    if (isTakenId(error)) return { kind: 'conflict', changed: ['id'] };
    log('error', `${reference} database ${error.kind}: ${error.message}`);
    return { kind: 'unexpected', reference };
  }
  if ((error as NodeJS.ErrnoException)?.code === 'ENOSPC') return { kind: 'storage-full' };
  log('error', `${reference} ${safeTrace(error)}`);
  return { kind: 'unexpected', reference };
}

/**
 * Ids are made by the caller: one that is taken names something else already. Tables whose rows stay for ever say
 * it by their trigger, by the name of the table; the log's own rows, whose ids we make, use other words.
 */
function isTakenId({ kind, constraint, message }: DatabaseError): boolean {
  if (kind === 'unique') return constraint?.endsWith('.id') === true;
  return kind === 'refused' && /: (consent_events|wordings) cannot be replaced$/.test(message);
}

/** The vault's reasons in the contract's words; which part of a file is wrong goes to the log only. */
function vaultFault({ fault, message }: VaultError, reference: string, log: Log): Fault {
  switch (fault.kind) {
    case 'wrong-credentials':
      return ruleBroken('wrong-credentials', {}).fault;
    case 'wait':
      return ruleBroken('wait-before-sign-in', { seconds: fault.seconds }).fault;
    case 'weak-password':
      return ruleBroken('weak-password', { hint: fault.hint }).fault;
    case 'recovery-key-invalid':
      return ruleBroken('recovery-key-wrong', { problem: fault.problem }).fault;
    case 'no-vault':
      return ruleBroken('register-missing', {}).fault;
    case 'vault-exists':
      return ruleBroken('register-exists', {}).fault;
    case 'name-taken':
      return ruleBroken('name-taken', {}).fault;
    case 'newer-version':
      return ruleBroken('register-newer-than-app', {}).fault;
    case 'choose-own-password':
    case 'same-password':
    case 'last-administrator':
    case 'last-manager':
    case 'own-account':
    case 'own-role':
      return ruleBroken(fault.kind, {}).fault;
    case 'not-administrator':
      return { kind: 'forbidden' };
    case 'not-found':
      return { kind: 'not-found' };
    case 'changed-meanwhile':
      return { kind: 'conflict', changed: [] };
    case 'damaged':
    case 'hostile':
      log('error', `${reference} vault ${message}`);
      return ruleBroken('vault-damaged', {}).fault;
  }
}

function safeTrace(error: unknown): string {
  if (!(error instanceof Error)) return 'a value that is not an error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}
