import { AppError, type Fault } from '#shared/rpc/fault.ts';
import { DatabaseError } from '../database/database-error.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;

/**
 * The fault that a caller gets for an error. An error that nobody meant to throw becomes a reference to the
 * program's log; its message is left out there too, because it could hold a customer's data.
 */
export function faultOf(error: unknown, reference: string, log: Log): Fault {
  if (error instanceof AppError) return error.fault;
  if (error instanceof DatabaseError) {
    if (error.kind === 'full') return { kind: 'storage-full' };
    if (error.kind === 'interrupted') return { kind: 'cancelled' };
    if (error.kind === 'damaged') {
      log('error', `${reference} storage damaged`);
      return { kind: 'storage-damaged' };
    }
    log('error', `${reference} database ${error.kind}: ${error.message}`);
    return { kind: 'unexpected', reference };
  }
  if ((error as NodeJS.ErrnoException)?.code === 'ENOSPC') return { kind: 'storage-full' };
  log('error', `${reference} ${safeTrace(error)}`);
  return { kind: 'unexpected', reference };
}

function safeTrace(error: unknown): string {
  if (!(error instanceof Error)) return 'a value that is not an error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 12)].join('\n');
}
