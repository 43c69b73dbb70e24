import { expect, it } from 'vitest';
import { crashProgram } from '#test/support/crash/crash.ts';
import { deeds } from '#test/support/crash/deeds.ts';
import { temporaryFolder } from '#test/support/database.ts';

it('a register process killed in commands, rotation, migration, backup or export loses nothing that it acknowledged', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const folder = await temporaryFolder();
  const runs = await crashProgram({ runs: deeds.length, seed, folder });
  expect(runs.filter(({ lost, problems }) => lost > 0 || problems.length > 0)).toEqual([]);
  expect(runs.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(0);
}, 120_000);
