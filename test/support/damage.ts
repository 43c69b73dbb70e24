import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { TemporaryRegister } from './database.ts';

const pageSize = 4096;

/** Writes bytes into the middle of a file, as a broken disk would. */
export async function overwrite(file: string, position: number, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, position);
  await handle.close();
}

/** Breaks the first page of a table or index in a closed register. @returns the number of the page */
export async function breakPageOf({ driver, file, key }: TemporaryRegister, name: string): Promise<number> {
  const connection = await driver.open({ file, key, mode: 'read' });
  const [found] = await connection.all<{ rootpage: number }>(
    'SELECT rootpage FROM sqlite_schema WHERE name = ?',
    [name],
  );
  await connection.close();
  if (!found) throw new Error(`There is no ${name}`);
  await overwrite(file, (found.rootpage - 1) * pageSize + 100, randomBytes(4));
  return found.rootpage;
}
