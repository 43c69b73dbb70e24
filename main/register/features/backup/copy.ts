import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseError } from '../../database/database-error.ts';
import { findDamageInFile } from '../../database/find-damage.ts';
import { syncFileAndFolder } from '../../database/register-file.ts';
import { sqlcipherDriver } from '../../database/sqlcipher-driver.ts';
import { newDatabaseName, type OpenRegister } from '../../open-register.ts';
import { vaultNaming } from '../../vault/database-file.ts';
import { createFile } from '../../vault/durable-file.ts';
import { oneAtATime } from '../../vault/one-at-a-time.ts';
import { readVault } from '../../vault/unlock.ts';

/** The copy at its place is not what was read from the register. */
export class UnverifiedCopy extends Error {}

/** Whether a copy failed because the register itself is damaged: another one would be no better. */
export function isRegisterDamage(error: unknown): boolean {
  return error instanceof DatabaseError && error.kind === 'damaged';
}

/** One run at a time: its end removes what broken runs left, and a copy that is being made looks like one. */
export const inTurn = oneAtATime();

export interface CopyWork {
  /** As it is at the moment: a rotation of the key may exchange vault and file before the copy has its turn. */
  readonly register: OpenRegister;
  /** Where the folder of the copy is made. */
  readonly place: string;
  /** Name of the copy's folder. */
  readonly name: string;
  readonly signal: AbortSignal;
  progress(stage: 'backup-copy' | 'backup-verify', done: number, total: number): void;
}

const chunkBytes = 4 * 1024 * 1024;

/**
 * Copies database and vault, still encrypted, while the register stays in use; reads the copy back, opens it
 * and checks every page. Only a verified copy gets its final name.
 * @returns size in bytes @throws UnverifiedCopy, DatabaseError `damaged` when the register itself is, file system errors, the signal's reason
 */
export async function makeVerifiedCopy(work: CopyWork): Promise<number> {
  const draft = join(work.place, `${work.name}.partial`);
  await mkdir(draft, { mode: 0o700 });
  try {
    const { bytes, vault, databaseFile } = await copyRegister(work, draft);
    await verify(work, { ...vault, databaseFile }, draft);
    await rename(draft, join(work.place, work.name));
    return bytes;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Vault and database are read in one quiet moment, so that the vault opens just this database. The copy of the
 * database gets a name of its own: put back over a register, it must not meet the log (`-wal`) of the file that was
 * there, whose pages SQLite would lay over it.
 */
async function copyRegister(
  work: CopyWork,
  draft: string,
): Promise<{ bytes: number; vault: OpenRegister['vault']; databaseFile: string }> {
  const { signal, progress } = work;
  return work.register.database.withQuietFile(async (file) => {
    const { place, vault } = work.register;
    const databaseFile = newDatabaseName();
    const target = join(draft, databaseFile);
    const size = await copyChecked(file, target, signal, (done, total) =>
      progress('backup-copy', done, total),
    );
    const rest = await vaultNaming(place.folder, databaseFile);
    await createFile(join(draft, 'vault.json'), rest);
    await syncFileAndFolder(target);
    return { bytes: size + rest.length, vault, databaseFile };
  });
}

/** Copies, syncs, and reads the copy back: a stick that only pretends to store is found out here. */
async function copyChecked(
  from: string,
  to: string,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<number> {
  const source = await open(from, 'r');
  const target = await open(to, 'wx+', 0o600);
  try {
    const { size } = await source.stat();
    const written = createHash('sha256');
    await pour(source, size, signal, async (chunk, position) => {
      written.update(chunk);
      await target.write(chunk, 0, chunk.length, position);
      progress(position + chunk.length, size);
    });
    await target.sync();
    const readBack = createHash('sha256');
    await pour(target, size, signal, async (chunk) => void readBack.update(chunk));
    if (!sameDigest(written, readBack)) throw new UnverifiedCopy(`${basename(to)} reads back differently`);
    return size;
  } finally {
    await source.close();
    await target.close();
  }
}

async function pour(
  file: FileHandle,
  size: number,
  signal: AbortSignal,
  take: (chunk: Buffer, position: number) => Promise<void>,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(size, 1)));
  for (let position = 0; position < size; ) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - position), position);
    if (bytesRead === 0) throw new UnverifiedCopy('the file became shorter while it was copied');
    await take(buffer.subarray(0, bytesRead), position);
    position += bytesRead;
  }
}

const sameDigest = (a: Hash, b: Hash) => a.digest().equals(b.digest());

/** Opens the copy as a restore would: the vault must name the database, the database must be sound. */
async function verify(
  { signal, progress }: CopyWork,
  {
    vaultId,
    databaseFile,
    databaseKey,
  }: Pick<OpenRegister['vault'], 'vaultId' | 'databaseFile' | 'databaseKey'>,
  draft: string,
): Promise<void> {
  progress('backup-verify', 0, 1);
  const vault = await readVault(draft);
  if (vault.vaultId !== vaultId || vault.databaseFile !== databaseFile) throw new UnverifiedCopy('vault');
  const file = join(draft, databaseFile);
  const problems = await findDamageInFile(sqlcipherDriver, file, databaseKey);
  // The copy has been read back as it was read from the register: then the register itself is damaged.
  if (problems.length > 0) throw new DatabaseError('damaged', `A verified copy of it has ${problems[0]}`);
  for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
  signal.throwIfAborted();
  progress('backup-verify', 1, 1);
}

/**
 * `vastaanotto-2026-11-18-143207-7a3f09c1-3f9a`: sorts by time, tells whose register it is (registers may share a
 * place), never meets another of the same second.
 */
export function copyName(instant: string, vaultId: string, id: string): string {
  const time = instant.slice(11, 19).replaceAll(':', '');
  return `vastaanotto-${instant.slice(0, 10)}-${time}-${registerTag(vaultId)}-${id.slice(-4)}`;
}

/** The random end of the vault's id: enough to tell registers apart, of no use to anybody else. */
const registerTag = (vaultId: string) => vaultId.slice(-8);

/** Removes the oldest copies of this register, keeping the newest `kept`, and what its broken runs left. */
export async function pruneCopies(place: string, vaultId: string, kept: number): Promise<void> {
  const own = new RegExp(
    `^vastaanotto-\\d{4}-\\d{2}-\\d{2}-\\d{6}-${registerTag(vaultId)}-[0-9a-f]{4}(\\.partial)?$`,
  );
  const names = (await readdir(place)).filter((name) => own.test(name)).sort();
  const broken = names.filter((name) => name.endsWith('.partial'));
  const copies = names.filter((name) => !name.endsWith('.partial'));
  for (const name of [...copies.slice(0, Math.max(0, copies.length - kept)), ...broken]) {
    await rm(join(place, name), { recursive: true, force: true });
  }
}
