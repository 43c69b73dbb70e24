import { copyFile, mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** "Vast" in ASCII, stored in the file's header: another program's SQLCipher file is not a register. */
export const applicationId = 0x56617374;

const pageSize = 4096;
const plaintextHeader = Buffer.from('SQLite format 3\0', 'latin1');

export type FileProblem = 'missing' | 'empty' | 'plaintext' | 'damaged';

/** Looks at the file from outside, before any key is used. SQLite would open an empty file with any key. */
export async function inspectFile(file: string): Promise<FileProblem | null> {
  const size = await sizeOf(file);
  if (size === null) return 'missing';
  if (size === 0) return 'empty';
  if ((await readStart(file, plaintextHeader.length)).equals(plaintextHeader)) return 'plaintext';
  return (await isCut(file, size)) ? 'damaged' : null;
}

/** A power cut can leave half a page while the log still holds the whole one; without a log nothing mends it. */
async function isCut(file: string, size: number): Promise<boolean> {
  if (size < pageSize) return true;
  return size % pageSize !== 0 && !(await sizeOf(`${file}-wal`));
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const entry = await stat(file);
    return entry.isFile() ? entry.size : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function readStart(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A register in use changes between two findings of the same damage: its copies must not fill the disk. */
const mostCopies = 5;

/**
 * Copies a damaged file of the register, with its log when it has one, into `quarantine/` beside it, for an expert; the
 * original stays where it is. A file that has not changed since is copied once.
 * @returns the copy's path; null when there was no room, or when enough copies of this file are there
 */
export async function quarantine(file: string): Promise<string | null> {
  try {
    const { mtimeMs, size } = await stat(file);
    const folder = join(dirname(file), 'quarantine');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${basename(file)}.${Math.trunc(mtimeMs)}-${size}`;
    const copies = (await readdir(folder)).filter(isCopyOf(basename(file)));
    const copy = join(folder, name);
    if (copies.includes(name)) return copy;
    if (copies.length >= mostCopies) return null;
    if ((await sizeOf(`${file}-wal`)) !== null) await copyFile(`${file}-wal`, `${copy}-wal`);
    // Its name says that it is whole.
    await copyFile(file, `${copy}.partial`);
    await rename(`${copy}.partial`, copy);
    return copy;
  } catch {
    return null;
  }
}

const isCopyOf = (file: string) => (name: string) => name.startsWith(`${file}.`) && /\.\d+-\d+$/.test(name);

/** Makes a written file and its name in the folder survive a power cut. */
export async function syncFileAndFolder(file: string): Promise<void> {
  await syncPath(file, 'r+');
  // Windows cannot open a folder; NTFS keeps names in its own journal.
  if (process.platform !== 'win32') await syncPath(dirname(file), 'r');
}

async function syncPath(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
