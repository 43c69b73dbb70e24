import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addUser, removeUser, resetPassword } from '#main/register/vault/accounts.ts';
import { recordHead, signHead } from '#main/register/vault/audit-heads.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { VaultContent } from '#main/register/vault/vault-content.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import { parseVault } from '#main/register/vault/vault-format.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultFolder,
} from '#test/support/vault.ts';

const seed = 20261122;
const clear = ['damaged', 'newer-version', 'hostile'];
let vault: TestVault;
let original: Buffer;
let written: VaultContent;
let folder: string;

beforeAll(async () => {
  vault = await temporaryVault();
  await addPerson(vault.place, vault.open, {
    name: 'Bo Påhitt',
    roles: ['manager'],
    password: firstPassword,
  });
  await fillEveryPart(vault);
  original = await readFile(join(vault.folder, 'vault.json'));
  written = parseVault(original);
  folder = await vaultFolder();
});

/** A succession, a person who has left, one with a one-time passphrase, a reset and a signed head. */
async function fillEveryPart({ place, open }: TestVault): Promise<void> {
  const leaver = await addUser(place, open, { name: 'Cecilia Keksitty', roles: ['admin'] });
  await removeUser(place, open, leaver.userId);
  const newcomer = await addUser(place, open, { name: 'Daavid Tekaistu', roles: ['reception'] });
  await resetPassword(place, open, newcomer.userId);
  const at = '2026-11-18T12:32:07.123Z';
  await recordHead(place, open, signHead(open, { sequence: 1, hash: '0f'.repeat(32), at }));
}

/** Reads a damaged file: its fault, or nothing when every value is the written one. */
async function faultOf(bytes: Buffer): Promise<string | undefined> {
  const path = join(folder, 'vault.json');
  await writeFile(path, bytes);
  try {
    expect(await readVaultFile(folder)).toEqual(written);
    return undefined;
  } catch (error) {
    return (error as { kind?: string }).kind ?? String(error);
  } finally {
    expect(bytes.equals(await readFile(path))).toBe(true);
  }
}

test('flipped bits give a clear fault and change neither values nor the file', async () => {
  const flips = fc.array(fc.nat(original.length * 8 - 1), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(flips, async (bits) => {
      const bytes = Buffer.from(original);
      for (const bit of new Set(bits)) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(clear).toContain(await faultOf(bytes));
    }),
    { seed, numRuns: 600 },
  );
});

test('the file that is damaged here has something in every part', () => {
  const { roster, administratorKeys, auditHeads, slots } = written;
  const parts = [roster.succession, roster.body.former, administratorKeys, auditHeads];
  expect(parts.every((part) => part && part.length > 0)).toBe(true);
  expect(slots.some(({ oneTime }) => oneTime)).toBe(true);
  expect(roster.body.users.some(({ formerVerifyKeys }) => formerVerifyKeys)).toBe(true);
});

test('every cut gives a clear fault, except one that takes only the last line feed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(original.length - 1), async (length) => {
      const fault = await faultOf(original.subarray(0, length));
      expect(fault).toBe(length === original.length - 1 ? undefined : 'damaged');
    }),
    { seed, numRuns: 200 },
  );
});

test('zeroed blocks, as a disk leaves them after a power cut, give a clear fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 4096 }), async (from, length) => {
      expect(
        await faultOf(Buffer.from(original).fill(0, from, Math.min(from + length, original.length))),
      ).toBe('damaged');
    }),
    { seed, numRuns: 100 },
  );
});

test.each([
  ['an empty file', ''],
  ['another JSON file', '{"name":"vastaanotto"}'],
  ['a list', '[]'],
  ['a null', 'null'],
  ['deep nesting', '['.repeat(200_000)],
  ['deep nesting that is closed', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['a text that is not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
])('%s is damaged', async (_name, text) => {
  expect(await faultOf(Buffer.from(text))).toBe('damaged');
});

test('nesting inside the right envelope is damaged, not a crash', async () => {
  const content = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  const text = `{"format":"vastaanotto-vault","version":2,"checksum":"${'0'.repeat(64)}","content":${content}}`;
  expect(await faultOf(Buffer.from(text))).toBe('damaged');
});

test('a file over two megabytes is not even read', async () => {
  const padded = Buffer.concat([original, Buffer.alloc(2 * 1024 * 1024, ' ')]);
  await writeFile(join(folder, 'vault.json'), padded);
  await expect(readVaultFile(folder)).rejects.toMatchObject({
    fault: { kind: 'damaged', reason: 'oversized' },
  });
});

test('the vault before the last change is kept, and works when it is put back', async () => {
  const place = await copyOfVault(vault);
  await writeFile(join(place.folder, 'vault.json'), original.subarray(0, 100));
  await expect(readVaultFile(place.folder)).rejects.toMatchObject({ kind: 'damaged' });
  const previous = await readFile(join(place.folder, 'vault.previous.json'));
  await writeFile(join(place.folder, 'vault.json'), previous);
  const open = await unlock(place, { typedName: firstPerson.name }, firstPassword);
  expect(open.databaseKey).toBe(vault.open.databaseKey);
});

test('a vault that has vanished beside its earlier copy is not an empty folder', async () => {
  const place = await copyOfVault(vault);
  await rm(join(place.folder, 'vault.json'));
  await expect(readVaultFile(place.folder)).rejects.toMatchObject({
    fault: { kind: 'damaged', reason: 'vault-missing' },
  });
});
