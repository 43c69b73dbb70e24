import { expect, test } from 'vitest';
import { type PasswordHint, passwordStrength } from '#shared/password-strength.ts';

const known = ['Sari Esimerkki-Salminen', 'Hoitola Kuvitelma', 'Esimerkkikatu 1', 'Helsinki'];

test.each<[string, PasswordHint]>([
  ['lyhyt', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['password1234', 'common'],
  ['123456789012', 'common'],
  ['qwertyuiopåä', 'common'],
  ['aaaaaaaaaaaaaaaa', 'repeat'],
  ['Sari Esimerkki-Salminen', 'personal'],
  ['Hoitola Kuvitelma', 'personal'],
  ['tietosuojavaltuutettu', 'personal'],
  ['kissakoirahevonen', 'one-word'],
])('%j is refused because of %s', async (password, hint) => {
  const strength = await passwordStrength(password, known);
  expect(strength).toMatchObject({ ok: false, hint });
  expect(strength.score).toBeLessThan(3);
});

test.each([
  'kolme sinistä kynttilää',
  'sininen talo metsän reunalla',
  'Tr4-mustikka-ilta',
  'tre gröna äpplen i korg',
])('%j is accepted', async (password) => {
  expect(await passwordStrength(password, known)).toMatchObject({ ok: true, hint: null });
});

test('no password of the allowed length keeps the meter waiting', async () => {
  const hard = ['@4'.repeat(128), 'p4ssw0rd!'.repeat(28), '$1l|!'.repeat(51), '2026-11-22'.repeat(25)];
  await passwordStrength('dictionaries are loaded', known);
  for (const password of hard) {
    // Processor time, since a busy computer stretches the time on the wall.
    const start = process.cpuUsage();
    await passwordStrength(password, known);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
  }
});
