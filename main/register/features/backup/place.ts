import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a file can really be written and synced there. */
export async function isWritable(folder: string, probeName: string): Promise<boolean> {
  const probe = join(folder, probeName);
  try {
    const file = await open(probe, 'wx', 0o600);
    try {
      await file.writeFile('vastaanotto');
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** A copy on the disk of the register itself does not survive that disk. */
export async function onSameDisk(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b)].map((entry) => entry.catch(() => null)));
  return first !== null && second !== null && first?.dev === second?.dev;
}
