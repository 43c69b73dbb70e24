import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appVictim } from '../support/crash/app-victim.ts';
import { crashProgram } from '../support/crash/crash.ts';
import { deeds } from '../support/crash/deeds.ts';

test('the whole app killed in commands, rotation, migration, backup or export loses nothing that it acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-crash-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  const seed = Math.floor(Math.random() * 2 ** 31);
  const runs = await crashProgram({ runs: deeds.length, seed, folder, start: appVictim });
  expect(runs.map(({ deed }) => deed)).toEqual(deeds);
  expect(runs.filter(({ lost, problems }) => lost > 0 || problems.length > 0)).toEqual([]);
  expect(runs.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(0);
}, 300_000);
