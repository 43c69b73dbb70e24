import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseError, type DatabaseErrorKind } from './database-error.ts';

const kinds: Readonly<Record<string, DatabaseErrorKind>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_INTERRUPT: 'interrupted',
};

/** Translates an error of the binding, whose `code` is SQLite's primary result code. */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'SQLITE_CONSTRAINT') return constraintError(message);
  return new DatabaseError(kinds[code] ?? 'other', message);
}

/** The binding gives no extended codes, so the kind of constraint is read from SQLite's fixed texts. */
function constraintError(message: string): DatabaseError {
  const failed = /(UNIQUE|FOREIGN KEY|CHECK|NOT NULL) constraint failed(?:: (.*))?$/.exec(message);
  const constraint = failed?.[2] ?? null;
  switch (failed?.[1]) {
    case 'UNIQUE':
      return new DatabaseError('unique', message, constraint);
    case 'FOREIGN KEY':
      return new DatabaseError('foreign-key', message);
    case 'CHECK':
    case 'NOT NULL':
      return new DatabaseError('check', message, constraint);
  }
  const wrongType = /cannot store \w+ value in \w+ column (\S+)$/.exec(message);
  if (wrongType) return new DatabaseError('check', message, wrongType[1] ?? null);
  return new DatabaseError('refused', message);
}

const exportKinds: readonly (readonly [text: string, kind: DatabaseErrorKind])[] = [
  ['interrupted', 'interrupted'],
  ['database or disk is full', 'full'],
  ['malformed', 'damaged'],
  ['not a database', 'damaged'],
];

/** `sqlcipher_export` runs statements of its own and passes on nothing but their texts. */
export function ofExport(error: unknown): DatabaseError {
  const known = toDatabaseError(error);
  const found = exportKinds.find(([text]) => known.message.includes(text));
  return found ? new DatabaseError(found[1], known.message) : known;
}

/** The least that SQLite asks for in one piece: a part of the file that its readers share (`-shm`). */
const leastBytes = 32 * 1024;

/** Where it cannot make or grow its `-shm` file, SQLite says no more than "I/O error": then the disk is asked. */
export async function ofFullDisk(error: unknown, file: string): Promise<unknown> {
  if (!(error instanceof DatabaseError) || !/disk I\/O error|unable to open/.test(error.message))
    return error;
  const disk = await statfs(dirname(file)).catch(() => null);
  const isFull = disk !== null && disk.bavail * disk.bsize < leastBytes;
  return isFull ? new DatabaseError('full', error.message) : error;
}
