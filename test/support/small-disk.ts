import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunBy } from './child-process.ts';

/** How a program runs that sees a disk of so many mebibytes at `folder`; nobody else sees it, and it ends with it. */
export function onSmallDisk(folder: string, mebibytes: number): RunBy {
  const mount = `mount -t tmpfs -o size=${mebibytes}m none "$0" && exec "$@"`;
  const args = ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, folder, process.execPath];
  return { program: 'unshare', args };
}

/** Whether this computer lets an ordinary user mount such a disk (Linux with user namespaces). */
export function canMountSmallDisk(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'vastaanotto-disk-'));
  try {
    const { program, args } = onSmallDisk(folder, 1);
    return spawnSync(program, [...args.slice(0, -1), 'true']).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Leaves so many bytes free on the disk, by one file that takes the rest. */
export async function leaveFree(disk: string, bytes: number): Promise<void> {
  await writeFile(join(disk, 'filler'), '');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}
