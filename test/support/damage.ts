import { open } from 'node:fs/promises';

/** Writes bytes into the middle of a file, as a broken disk would. */
export async function overwrite(file: string, position: number, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, position);
  await handle.close();
}
