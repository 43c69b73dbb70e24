import type { ChildProcess } from 'node:child_process';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { changePassword } from '#main/register/vault/own-password.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { changeVaultFile, readVaultFile } from '#main/register/vault/vault-file.ts';
import { childProgram } from '#test/support/child-process.ts';
import {
  copyOfVault,
  firstPassword,
  type TestVault,
  temporaryVault,
  vaultFolder,
  vaultText,
} from '#test/support/vault.ts';

const nextPassword = 'viisi keltaista sitruunaa';
let vault: TestVault;
let changeForever: (folder: string) => ChildProcess;

beforeAll(async () => {
  vault = await temporaryVault();
  changeForever = await childProgram(join(import.meta.dirname, 'change-vault-child.ts'));
});

test('a kill between writing the temporary file and the rename leaves the old vault, and the next change works', async () => {
  const place = await copyOfVault(vault);
  await writeFile(join(place.folder, 'vault.json.new'), '{"format":"vastaanotto-vau');
  await writeFile(join(place.folder, 'vault.previous.json.new'), 'half');
  const who = { userId: vault.open.user.id };
  expect((await unlock(place, who, firstPassword)).databaseKey).toBe(vault.open.databaseKey);
  await changePassword(place, vault.open, { current: firstPassword, next: nextPassword });
  expect((await unlock(place, who, nextPassword)).databaseKey).toBe(vault.open.databaseKey);
  expect((await readdir(place.folder)).sort()).toEqual(['door.json', 'vault.json', 'vault.previous.json']);
});

test('each change keeps the vault before it', async () => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  await changePassword(place, vault.open, { current: firstPassword, next: nextPassword });
  expect(await readFile(join(place.folder, 'vault.previous.json'), 'utf8')).toBe(before);
});

test('a change that would make an unreadable vault is not written', async () => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  const attempt = changeVaultFile(place.folder, (content) => ({ ...content, slots: [] }));
  await expect(attempt).rejects.toMatchObject({ kind: 'hostile' });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a failed change does not stop the next one', async () => {
  const place = await copyOfVault(vault);
  const failing = changeVaultFile(place.folder, () => {
    throw new Error('no');
  });
  const working = changeVaultFile(place.folder, (content) => ({
    ...content,
    clinic: { ...content.clinic, city: 'Turku' },
  }));
  await expect(failing).rejects.toThrow('no');
  await working;
  expect((await readVault(place.folder)).clinic.city).toBe('Turku');
});

test.skipIf(process.platform === 'win32')(
  'a link laid in the way of the temporary file is not followed',
  async () => {
    const place = await copyOfVault(vault);
    const target = join(await vaultFolder(), 'target');
    await writeFile(target, 'untouched');
    await symlink(target, join(place.folder, 'vault.json.new'));
    await changePassword(place, vault.open, { current: firstPassword, next: nextPassword });
    expect(await readFile(target, 'utf8')).toBe('untouched');
  },
);

test('killed again and again while it writes, the folder always holds a whole vault', async () => {
  const place = await copyOfVault(vault);
  const cities = new Set<string>();
  for (let run = 0; run < 8; run += 1) {
    await killWhileChanging(place.folder, 3 + run * 5);
    cities.add((await readVaultFile(place.folder)).clinic.city);
  }
  expect(cities.size).toBeGreaterThan(1);
  expect((await unlock(place, { userId: vault.open.user.id }, firstPassword)).vaultId).toBe(
    vault.open.vaultId,
  );
});

/** Lets a process of its own change the vault without pause, and kills it a few milliseconds after its first change. */
function killWhileChanging(folder: string, milliseconds: number): Promise<void> {
  const child = changeForever(folder);
  return new Promise((resolve, reject) => {
    child.once('message', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('error', reject);
    child.once('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('it ended by itself')),
    );
  });
}
