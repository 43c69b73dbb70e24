import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftBundles } from '#test/support/child-process.ts';
import { temporaryFolder } from '#test/support/database.ts';

test('the bundles of processes that are gone are removed, and those of others stay', async () => {
  const folder = join(await temporaryFolder(), 'bundles');
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const kept = [`victim-${process.pid}`, `victim-${process.ppid}`, 'notes'].sort();
  for (const name of [...kept, `victim-${gone}`, `other-victim-${gone}`]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await removeLeftBundles(folder);
  expect((await readdir(folder)).sort()).toEqual(kept);
});
