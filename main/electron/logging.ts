import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redaction.ts';

export type LogLevel = 'info' | 'warn' | 'error';

const maxBytes = 512 * 1024;

/** A small log of our own messages, for the person who helps the office. Two files of half a mebibyte at most. */
export class Log {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(level: LogLevel, message: string): void {
    const file = join(this.#folder, 'vastaanotto.log');
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${level} ${redact(message)}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written (full disk) must not stop the work of the office.
    }
  }

  /** Logs an error that nobody expected; returns the short reference that the person sees. */
  unexpected(where: string, error: unknown): string {
    const reference = randomBytes(4).toString('hex');
    const name = error instanceof Error ? error.name : typeof error;
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' ') : '';
    // Not the error's message: it may quote what somebody typed.
    this.write('error', `${reference} ${where}: ${name} ${frames}`);
    return reference;
  }
}

/** What nobody caught is logged, instead of the dialog with a stack trace that Electron would show. */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error) => log.unexpected('main', error));
  process.on('unhandledRejection', (reason) => log.unexpected('main', reason));
}
