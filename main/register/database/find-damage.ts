import { rm, stat } from 'node:fs/promises';
import type { Driver } from './driver.ts';

/**
 * Checks every page's seal, the structure and the foreign keys of a file that nobody writes to (a backup, a
 * copy), and leaves no log files beside a file that had none.
 * @returns problems, empty when the file is sound @throws DatabaseError `damaged` when it cannot be read at all
 */
export async function findDamageInFile(driver: Driver, file: string, key: string): Promise<string[]> {
  const hadLog = await exists(`${file}-wal`);
  try {
    const connection = await driver.open({ file, key, mode: 'read' });
    try {
      return await connection.findDamage();
    } finally {
      await connection.close();
    }
  } finally {
    if (!hadLog) for (const suffix of ['-wal', '-shm']) await rm(file + suffix, { force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
