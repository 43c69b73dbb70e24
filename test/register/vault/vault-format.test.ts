import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalBytes } from '#main/register/vault/canonical-json.ts';
import {
  type FormatVersion,
  formatVersions,
  parseVault,
  upgradeContent,
} from '#main/register/vault/vault-format.ts';
import { temporaryVault, vaultContent, vaultText } from '#test/support/vault.ts';

let text: string;
let content: unknown;

beforeAll(async () => {
  const { folder } = await temporaryVault();
  text = await vaultText(folder);
  content = await vaultContent(folder);
});

/** A whole, rightly summed file of any version. */
function fileOf(version: number, inside: unknown): Buffer {
  const checksum = createHash('sha256')
    .update(canonicalBytes('vault', { version, content: inside }))
    .digest('hex');
  return Buffer.from(JSON.stringify({ format: 'vastaanotto-vault', version, checksum, content: inside }));
}

test('version 2 is the latest, and what is written says so', () => {
  expect(formatVersions.map(({ version }) => version)).toEqual([1, 2]);
  expect(JSON.parse(text)).toMatchObject({ format: 'vastaanotto-vault', version: 2 });
});

test('a file of a newer version is refused by name, whatever it holds', () => {
  const newer = expect.objectContaining({ fault: { kind: 'newer-version', version: 3 } });
  expect(() => parseVault(fileOf(3, content))).toThrow(newer);
  expect(() => parseVault(fileOf(3, { unheard: 'of' }))).toThrow(newer);
});

test('a version that never was is damage', () => {
  expect(() => parseVault(fileOf(0, content))).toThrow(expect.objectContaining({ kind: 'damaged' }));
  expect(() => parseVault(fileOf(-1, content))).toThrow(expect.objectContaining({ kind: 'damaged' }));
});

test('an accident to the version number does not pass for a newer file', () => {
  const flipped = Buffer.from(text.replace('"version": 2', '"version": 3'));
  expect(() => parseVault(flipped)).toThrow(
    expect.objectContaining({ fault: { kind: 'damaged', reason: 'checksum' } }),
  );
});

test('older content goes through each version to the latest, checked at every step', () => {
  const chain: FormatVersion[] = [
    {
      version: 0,
      schema: z.strictObject({ town: z.string() }),
      upgrade: ({ town }: { town: string }) => ({ city: town }),
    },
    {
      version: 1,
      schema: z.strictObject({ city: z.string() }),
      upgrade: (old: object) => ({ ...old, country: 'FI' }),
    },
    { version: 2, schema: z.strictObject({ city: z.string(), country: z.string() }) },
  ];
  expect(upgradeContent(0, { town: 'Turku' }, chain)).toEqual({ city: 'Turku', country: 'FI' });
  expect(upgradeContent(1, { city: 'Turku' }, chain)).toEqual({ city: 'Turku', country: 'FI' });
  expect(upgradeContent(2, { city: 'Turku', country: 'SE' }, chain)).toEqual({
    city: 'Turku',
    country: 'SE',
  });
  expect(() => upgradeContent(1, { town: 'Turku' }, chain)).toThrow(
    expect.objectContaining({ kind: 'hostile' }),
  );
});
