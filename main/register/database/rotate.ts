import { stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { claimName, removeDatabase } from './create.ts';
import { DatabaseError } from './database-error.ts';
import type { Connection, Driver } from './driver.ts';
import { findDamageInFile } from './find-damage.ts';
import { readVersion } from './migrate.ts';
import { applicationId, syncFileAndFolder } from './register-file.ts';
import { countRows } from './row-counts.ts';

export interface RotatedCopyOptions {
  readonly driver: Driver;
  /** The register as it is; nobody may write to it meanwhile. It is only read. */
  readonly from: { readonly file: string; readonly key: string };
  /** The new file, which must not exist, with its key. Becomes the register when the vault names it. */
  readonly to: { readonly file: string; readonly key: string; readonly keyEpoch: number };
  readonly signal: AbortSignal;
  progress(stage: 'rotate-copy' | 'rotate-verify', done: number, total: number): void;
  /** Runs `work` once after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void;
}

/**
 * Writes the register anew under another key, because `PRAGMA rekey` can fail in silence; checks the copy whole and
 * syncs it. On failure, a full disk or a stop the copy is removed.
 * @throws DatabaseError `full`, `damaged` when the copy is not what it should be; the signal's reason
 */
export async function makeRotatedCopy(options: RotatedCopyOptions): Promise<void> {
  const { driver, from, to, signal } = options;
  await claimName(to.file);
  try {
    const original = await withConnection(driver, from, 'write', async (source) => {
      await exportWatched(source, options);
      return outline(source);
    });
    await withConnection(driver, to, 'write', (copy) => setHeader(copy, original.version, to.keyEpoch));
    await verify(options, original);
    await syncFileAndFolder(to.file);
    signal.throwIfAborted();
  } catch (error) {
    await removeDatabase(to.file);
    signal.throwIfAborted();
    throw error;
  }
}

/** A connection of its own: stopping it stops nobody else's reading. */
async function exportWatched(source: Connection, options: RotatedCopyOptions): Promise<void> {
  const { to, signal, progress, after } = options;
  const [size] = await source.all<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  const total = size?.bytes ?? 0;
  const end = watch(to.file, after, (written) => progress('rotate-copy', Math.min(written, total), total));
  const stop = () => source.interrupt();
  signal.throwIfAborted();
  signal.addEventListener('abort', stop);
  try {
    await source.exportTo(to);
  } finally {
    end();
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  progress('rotate-copy', total, total);
}

/** Tells a growing file's size five times a second. @returns what ends it, and nothing is told afterwards */
function watch(file: string, after: RotatedCopyOptions['after'], tell: (bytes: number) => void): () => void {
  let cancelTimer = () => {};
  let ended = false;
  const look = async () => {
    const { size } = await stat(file);
    if (ended) return;
    tell(size);
    wait();
  };
  const wait = () => {
    cancelTimer = after(200, () => void look().catch(() => undefined));
  };
  wait();
  return () => {
    ended = true;
    cancelTimer();
  };
}

/** What the export leaves out. */
async function setHeader(copy: Connection, version: number, keyEpoch: number): Promise<void> {
  await copy.exec(`
    BEGIN IMMEDIATE;
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${version};
    UPDATE register_info SET key_epoch = ${keyEpoch};
    COMMIT;
  `);
}

/** The copy is sound, says the same as the register, and is really under the new key and not under the old. */
async function verify(
  { driver, from, to, signal, progress }: RotatedCopyOptions,
  original: Outline,
): Promise<void> {
  progress('rotate-verify', 0, 3);
  const [problem] = await findDamageInFile(driver, to.file, to.key);
  if (problem) throw unfit(problem);
  signal.throwIfAborted();
  progress('rotate-verify', 1, 3);
  const copy = await withConnection(driver, to, 'write', outline);
  if (!copy.encrypted) throw unfit('it is not encrypted');
  if (!isDeepStrictEqual(copy, original)) throw unfit('it differs from the register');
  signal.throwIfAborted();
  progress('rotate-verify', 2, 3);
  if (await opens(driver, { file: to.file, key: from.key })) throw unfit('the old key opens it');
  progress('rotate-verify', 3, 3);
}

interface Outline {
  readonly encrypted: boolean;
  readonly version: number;
  readonly applicationId: number | undefined;
  readonly schema: readonly object[];
  readonly rows: ReadonlyMap<string, number>;
}

/** Everything in which copy and original must be the same. */
async function outline(connection: Connection): Promise<Outline> {
  const [id] = await connection.all<{ application_id: number }>('PRAGMA application_id');
  return {
    encrypted: await connection.isEncrypted(),
    version: await readVersion(connection),
    applicationId: id?.application_id,
    schema: await connection.all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'),
    rows: await countRows(connection, ['table', 'shadow']),
  };
}

async function opens(driver: Driver, at: { file: string; key: string }): Promise<boolean> {
  try {
    await withConnection(driver, at, 'read', async () => undefined);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'damaged') return false;
    throw error;
  }
}

function unfit(problem: string): DatabaseError {
  return new DatabaseError('other', `The copy under the new key is not the register: ${problem}`);
}

async function withConnection<Value>(
  driver: Driver,
  { file, key }: { readonly file: string; readonly key: string },
  mode: 'read' | 'write',
  work: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const connection = await driver.open({ file, key, mode });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
