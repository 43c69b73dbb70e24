import { rm, stat } from 'node:fs/promises';
import type { DamageCheck, Driver } from './driver.ts';

interface Share {
  readonly checks: readonly DamageCheck[];
  /** Given back when the share ends. */
  readonly cacheMib: number;
}

/**
 * What is checked side by side, each on a handle and a thread of its own: with two processors the whole takes as long
 * as the structure alone. That looks up each row in each index: with the usual 2 MiB of cache most look-ups decrypt a
 * page anew, with this much a register of 10 000 customers lies in it whole.
 */
const shares: readonly Share[] = [
  { checks: ['seals', 'references'], cacheMib: 16 },
  { checks: ['structure'], cacheMib: 128 },
];

/**
 * From here on `cipher_integrity_check` looks at the wrong bytes and calls every page broken: it counts in 32 bits
 * (SQLCipher issue 604). In a larger file the seals of all pages in use are checked as the structure is read.
 */
const mostBytesWithSeals = 2 ** 32;

/**
 * Checks every page's seal, the structure and the foreign keys of a file that nobody writes to (a backup, a
 * copy), and leaves no log files beside a file that had none.
 * @returns problems, empty when the file is sound @throws DatabaseError `damaged` when it cannot be read at all
 */
export async function findDamageInFile(driver: Driver, file: string, key: string): Promise<string[]> {
  const hadLog = (await sizeOf(`${file}-wal`)) !== null;
  const size = await sizeOf(file);
  const isBlind = (check: DamageCheck) => check === 'seals' && size !== null && size > mostBytesWithSeals;
  try {
    const found = await Promise.allSettled(
      shares.map(({ checks, cacheMib }) =>
        findDamage(driver, { file, key }, { checks: checks.filter((check) => !isBlind(check)), cacheMib }),
      ),
    );
    return found.flatMap((share) => {
      if (share.status === 'rejected') throw share.reason;
      return share.value;
    });
  } finally {
    // Only now, when every handle is closed, also after one share has failed.
    if (!hadLog) for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
  }
}

async function findDamage(
  driver: Driver,
  at: { readonly file: string; readonly key: string },
  { checks, cacheMib }: Share,
): Promise<string[]> {
  const connection = await driver.open({ ...at, mode: 'read' });
  try {
    await connection.exec(`PRAGMA cache_size = -${cacheMib * 1024}`);
    return await connection.findDamage(checks);
  } finally {
    await connection.close();
  }
}

/** In bytes; null when there is no such file, which whoever opens it tells in its own words. */
async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
