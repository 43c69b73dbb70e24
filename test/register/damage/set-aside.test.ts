import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quarantine } from '#main/register/database/register-file.ts';
import { testClient } from '#test/support/client.ts';
import { breakPageOf, overwrite } from '#test/support/damage.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { forgeVault } from '#test/support/vault.ts';

async function setAside({ folder }: Pick<TestRegister, 'folder'>): Promise<string[]> {
  return (await readdir(join(folder, 'quarantine')).catch(() => [])).filter((name) => !name.endsWith('-wal'));
}

/** The one copy that was set aside, beside what it was copied from. */
async function copyAndOriginal(register: TestRegister, original: string): Promise<[Buffer, Buffer]> {
  const [name = '', ...others] = await setAside(register);
  expect(others).toEqual([]);
  return Promise.all([
    readFile(join(register.folder, 'quarantine', name)),
    readFile(join(register.folder, original)),
  ]);
}

describe('damage that is found while the register is open', () => {
  it('by a query is told as damage, and the file is copied aside once and left as it is', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const file = await fileOf(register.folder);
    await breakPageOf({ ...file, folder: register.folder }, 'practitioners');
    for (const _time of [1, 2])
      expect(await marja.reply('visits', 'priceList', {})).toEqual({
        ok: false,
        fault: { kind: 'storage-damaged' },
      });
    const [copy, original] = await copyAndOriginal(register, basename(file.file));
    expect(copy.equals(original)).toBe(true);
  });

  it('by a backup is told as damage of the register, not of the copy, and no copy gets its name', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    register.host.folder = await temporaryFolder();
    await marja.call('backup', 'choosePlace', {});
    await breakPageOf({ ...(await fileOf(register.folder)), folder: register.folder }, 'practitioners');
    expect(await marja.reply('backup', 'run', {})).toMatchObject({ fault: { kind: 'storage-damaged' } });
    expect(await setAside(register)).toHaveLength(1);
    expect(await readdir(register.host.folder)).toEqual([]);
    expect(await marja.call('backup', 'status', {})).toMatchObject({ failure: { reason: 'unverified' } });
  });

  it('in the vault is told as such, and the vault is copied aside and left as it is', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    await overwrite(join(register.folder, 'vault.json'), 300, Buffer.from('x'));
    expect(await onni.reply('accounts', 'list', {})).toMatchObject({ fault: { rule: 'vault-damaged' } });
    const [copy, original] = await copyAndOriginal(register, 'vault.json');
    expect(copy.equals(original)).toBe(true);
  });
});

describe('a vault that is damaged before anybody signs in', () => {
  it('is copied aside by the sign-in screen, and by a try to sign in', async () => {
    const register = await testRegister();
    await truncate(join(register.folder, 'vault.json'), 200);
    const door = testClient(register.folder);
    expect(await door.call('auth', 'status', {})).toMatchObject({ register: 'damaged' });
    const who = { typedName: people.all.name };
    expect(await door.reply('auth', 'unlock', { who, password: testPassword })).toMatchObject({
      fault: { rule: 'vault-damaged' },
    });
    const [copy, original] = await copyAndOriginal(register, 'vault.json');
    expect(copy.equals(original)).toBe(true);
  });

  it('whose damage shows only behind the password is copied aside at the sign-in', async () => {
    const register = await testRegister();
    await forgeVault(register.folder, (content) => {
      const [own, other, ...rest] = content.databaseKeys;
      if (!own || !other) throw new Error('the template has several people');
      return {
        ...content,
        databaseKeys: [{ ...other, userId: own.userId }, { ...own, userId: other.userId }, ...rest],
      };
    });
    const door = testClient(register.folder);
    expect(await door.call('auth', 'status', {})).toMatchObject({ register: 'present' });
    expect(await setAside(register)).toEqual([]);
    const who = { typedName: people.all.name };
    expect(await door.reply('auth', 'unlock', { who, password: testPassword })).toMatchObject({
      fault: { rule: 'vault-damaged' },
    });
    expect(await setAside(register)).toHaveLength(1);
  });
});

it('a damaged file that goes on changing is copied aside five times and no more', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'vault.json');
  const copies: (string | null)[] = [];
  for (let second = 1; second <= 7; second += 1) {
    await writeFile(file, `state ${second}`);
    await utimes(file, second, second);
    copies.push(await quarantine(file));
  }
  expect(copies.map((copy) => copy !== null)).toEqual([true, true, true, true, true, false, false]);
  expect(await setAside({ folder })).toHaveLength(5);
});
