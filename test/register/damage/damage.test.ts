import { expect, it } from 'vitest';
import { damageRegister } from '#test/support/damaged-files/damage-cases.ts';
import { temporaryFolder } from '#test/support/database.ts';

it('a damaged database, log or vault gives correct data, an earlier state or a clear fault, and is never written over', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const cases = await damageRegister({ cases: 40, seed, folder: await temporaryFolder() });
  expect(cases.filter(({ verdict }) => verdict === 'wrong').map((one) => ({ ...one, seed }))).toEqual([]);
}, 120_000);

it('an earlier state is reported when the last signed head of the log is missing from it', async () => {
  const cases = await damageRegister({ cases: 60, seed: 2026, folder: await temporaryFolder() });
  const earlier = cases.filter(({ verdict }) => verdict === 'earlier');
  expect(earlier.length).toBeGreaterThan(0);
  expect(earlier.filter(({ isReported }) => !isReported)).toEqual([]);
}, 120_000);
