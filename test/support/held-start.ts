import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Keeps the next app on this data folder from opening its window: it reads its preferences first, and here they come
 * through a pipe. A page that is being opened while Playwright attaches would never answer it.
 * @returns what lets the app go on; resolves when it has
 */
export async function holdStart(dataDir: string): Promise<() => Promise<void>> {
  const pipe = join(dataDir, 'preferences.json');
  await promisify(execFile)('mkfifo', [pipe]);
  return async () => {
    await writeFile(pipe, '{}');
    await rm(pipe);
  };
}
