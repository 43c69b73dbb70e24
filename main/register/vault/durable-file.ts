import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const ownerOnly = 0o600;

/** Replaces a file whole or not at all: temporary file, fsync, rename, fsync of the folder. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(path, bytes);
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** The same for a file that must not exist yet. @throws EEXIST, the existing file untouched */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = await writeBeside(path, bytes);
  try {
    // A hard link appears with its whole content and refuses to replace anything; rename would replace.
    await link(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
}

/** What an earlier kill left is removed first and never followed, should it be a link. */
async function writeBeside(path: string, bytes: Uint8Array): Promise<string> {
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', ownerOnly);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

/** Makes a rename durable. Windows has no such call for folders: NTFS journals the rename itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Reads a small file, at most `limit` bytes of it.
 * @returns its bytes, or what stopped the reading
 */
export async function readSmallFile(
  path: string,
  limit: number,
): Promise<Buffer | 'missing' | 'not-a-file' | 'oversized'> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return 'missing';
  try {
    const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: -1 }));
    if (size < 0) return 'not-a-file';
    if (size > limit) return 'oversized';
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
