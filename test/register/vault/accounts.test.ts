import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commitDatabaseFile } from '#main/register/vault/database-file.ts';
import { changePassword } from '#main/register/vault/own-password.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const nextPassword = 'viisi keltaista sitruunaa';
const second = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;

beforeAll(async () => {
  vault = await temporaryVault();
});

test('a changed password opens the same keys, and the old one no longer does', async () => {
  const place = await copyOfVault(vault);
  const who = { userId: vault.open.user.id };
  await changePassword(place, vault.open, { current: firstPassword, next: nextPassword });
  expect((await unlock(place, who, nextPassword)).databaseKey).toBe(vault.open.databaseKey);
  await expect(unlock(place, who, firstPassword)).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('changing a password needs the current one, and counts wrong tries', async () => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  const wrong = changePassword(place, vault.open, { current: 'not this one', next: nextPassword });
  await expect(wrong).rejects.toMatchObject({ kind: 'wrong-credentials' });
  const counter = JSON.parse(await readFile(join(place.folder, 'door.json'), 'utf8'));
  expect(counter.users).toEqual({ [vault.open.user.id]: 1 });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a weak new password is refused and nothing changes', async () => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  const weak = changePassword(place, vault.open, { current: firstPassword, next: 'salasana1234' });
  await expect(weak).rejects.toMatchObject({ kind: 'weak-password' });
  expect(await vaultText(place.folder)).toBe(before);
});

test('an added person signs in, and another administrator can add the next', async () => {
  const place = await copyOfVault(vault);
  const { userId, rosterEpoch } = await addPerson(place, vault.open, {
    ...second,
    roles: ['admin'],
    healthProfileGrant: true,
  });
  expect(rosterEpoch).toBe(2);
  const open = await unlock(place, { userId }, second.password);
  expect(open).toMatchObject({ canAdminister: true, rosterEpoch: 2, user: { healthProfileGrant: true } });
  await addPerson(place, open, { name: 'Cecilia Keksitty', roles: ['manager'], password: nextPassword });
  const names = (await readVault(place.folder)).users.map(({ name }) => name);
  expect(names).toEqual([firstPerson.name, second.name, 'Cecilia Keksitty']);
});

test('only an administrator can add people', async () => {
  const place = await copyOfVault(vault);
  const { userId } = await addPerson(place, vault.open, second);
  const open = await unlock(place, { userId }, second.password);
  const attempt = addPerson(place, open, {
    name: 'Cecilia Keksitty',
    roles: ['admin'],
    password: nextPassword,
  });
  await expect(attempt).rejects.toMatchObject({ kind: 'not-administrator' });
});

test.each([firstPerson.name, firstPerson.name.toUpperCase(), ` ${firstPerson.name.replace(' ', '  ')} `])(
  'the name %j is taken',
  async (name) => {
    const place = await copyOfVault(vault);
    const attempt = addPerson(place, vault.open, { ...second, name });
    await expect(attempt).rejects.toMatchObject({ kind: 'name-taken' });
  },
);

test('two people added at once are both there', async () => {
  const place = await copyOfVault(vault);
  const added = await Promise.all([
    addPerson(place, vault.open, second),
    addPerson(place, vault.open, { ...second, name: 'Cecilia Keksitty' }),
  ]);
  expect(added.map(({ rosterEpoch }) => rosterEpoch).sort()).toEqual([2, 3]);
  expect((await readVault(place.folder)).users).toHaveLength(3);
});

test('two people with one name added at once are not', async () => {
  const place = await copyOfVault(vault);
  const added = await Promise.allSettled([
    addPerson(place, vault.open, second),
    addPerson(place, vault.open, second),
  ]);
  expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await readVault(place.folder)).users).toHaveLength(2);
});

test('a vault exchanged for an older one under an open session takes no change', async () => {
  const place = await copyOfVault(vault);
  const old = await copyOfVault(vault);
  const { userId } = await addPerson(place, vault.open, { ...second, roles: ['admin'] });
  const open = await unlock(place, { userId }, second.password);
  await copyFile(join(old.folder, 'vault.json'), join(place.folder, 'vault.json'));
  const attempt = addPerson(place, open, {
    name: 'Cecilia Keksitty',
    roles: ['manager'],
    password: nextPassword,
  });
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'vault-went-back' } });
});

test('a migrated database becomes the register by one change of the vault, by anyone who is signed in', async () => {
  const place = await copyOfVault(vault);
  const { userId } = await addPerson(place, vault.open, second);
  const open = await unlock(place, { userId }, second.password);
  const after = await commitDatabaseFile(place, open, 'register-0002.db');
  expect(after).toMatchObject({ databaseFile: 'register-0002.db', databaseKey: open.databaseKey });
  expect((await unlock(place, { userId }, second.password)).databaseFile).toBe('register-0002.db');
  await expect(commitDatabaseFile(place, open, '/tmp/x.db')).rejects.toMatchObject({ kind: 'hostile' });
});
