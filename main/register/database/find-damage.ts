import { rm, stat } from 'node:fs/promises';
import type { Connection, DamageCheck, Driver } from './driver.ts';

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
 * Checks every page's seal, the structure and the foreign keys of a file that nobody writes to (a backup, a
 * copy), and leaves no log files beside a file that had none.
 * @returns problems, empty when the file is sound @throws DatabaseError `damaged` when it cannot be read at all
 */
export async function findDamageInFile(driver: Driver, file: string, key: string): Promise<string[]> {
  const hadLog = await exists(`${file}-wal`);
  try {
    const opened: Connection[] = [];
    try {
      for (const _share of shares) opened.push(await driver.open({ file, key, mode: 'read' }));
      const checking = shares.map((share, index) => findDamage(opened[index] as Connection, share));
      return (await Promise.all(checking)).flat();
    } finally {
      await Promise.all(opened.map((connection) => connection.close()));
    }
  } finally {
    if (!hadLog) for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
  }
}

async function findDamage(connection: Connection, { checks, cacheMib }: Share): Promise<string[]> {
  await connection.exec(`PRAGMA cache_size = -${cacheMib * 1024}`);
  return connection.findDamage(checks);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
