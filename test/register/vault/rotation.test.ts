import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addUser, disableUser, enableUser, removeUser } from '#main/register/vault/accounts.ts';
import { commitDatabaseFile, rotateDatabaseKey } from '#main/register/vault/database-file.ts';
import { newKeySet } from '#main/register/vault/database-keys.ts';
import { recover } from '#main/register/vault/recover.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  type TestVault,
  temporaryVault,
  vaultContent,
  vaultText,
} from '#test/support/vault.ts';

const bo = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;
let boId: string;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: boId } = await addPerson(vault.place, vault.open, bo));
});

const rotated = () => ({ databaseFile: 'register-0002.db', newKeySet: newKeySet() });

test('one write names the new file, and gives its key to everybody who is active', async () => {
  const place = await copyOfVault(vault);
  const rotation = rotated();
  const { open, rosterEpoch } = await rotateDatabaseKey(place, vault.open, rotation);
  const expected = {
    databaseFile: rotation.databaseFile,
    databaseKey: rotation.newKeySet.database,
    keyEpoch: 2,
    rosterEpoch,
  };
  expect(open).toMatchObject({ ...expected, canAdminister: true });
  expect(await unlock(place, { userId: vault.open.user.id }, firstPassword)).toMatchObject(expected);
  expect(await unlock(place, { userId: boId }, bo.password)).toMatchObject(expected);
  expect(await readVault(place.folder)).toMatchObject({ databaseFile: rotation.databaseFile, keyEpoch: 2 });
});

test('the recovery key opens the new key', async () => {
  const place = await copyOfVault(vault);
  const rotation = rotated();
  await rotateDatabaseKey(place, vault.open, rotation);
  const person = { userId: vault.open.user.id, newPassword: 'kuusi harmaata kiveä' };
  expect((await recover(place, vault.recoveryKey, person)).open.databaseKey).toBe(
    rotation.newKeySet.database,
  );
});

test('somebody who was disabled meanwhile gets the new key when their account is enabled', async () => {
  const place = await copyOfVault(vault);
  await disableUser(place, vault.open, boId);
  const rotation = rotated();
  const { open } = await rotateDatabaseKey(place, vault.open, rotation);
  expect((await vaultContent(place.folder)).databaseKeys.map(({ userId }) => userId)).toEqual([open.user.id]);
  await enableUser(place, open, boId);
  expect((await unlock(place, { userId: boId }, bo.password)).databaseKey).toBe(rotation.newKeySet.database);
});

test('an administrator whose session is older than the rotation hands out the new key, never the old one', async () => {
  const place = await copyOfVault(vault);
  const rotation = rotated();
  await rotateDatabaseKey(place, vault.open, rotation);
  const { open } = await addUser(place, vault.open, { name: 'Cecilia Keksitty', roles: ['reception'] });
  expect(open.databaseKey).toBe(rotation.newKeySet.database);
  expect((await unlock(place, { userId: boId }, bo.password)).databaseKey).toBe(rotation.newKeySet.database);
});

test('two rotations at once make one', async () => {
  const place = await copyOfVault(vault);
  const outcomes = await Promise.allSettled([
    rotateDatabaseKey(place, vault.open, rotated()),
    rotateDatabaseKey(place, vault.open, { ...rotated(), databaseFile: 'register-0003.db' }),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { kind: 'changed-meanwhile' } },
  ]);
});

test('a file that a migration has replaced meanwhile is not rotated away', async () => {
  const place = await copyOfVault(vault);
  await commitDatabaseFile(place, vault.open, 'register-0009.db');
  const before = await vaultText(place.folder);
  await expect(rotateDatabaseKey(place, vault.open, rotated())).rejects.toMatchObject({
    kind: 'changed-meanwhile',
  });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a rotation to the same key, or in the same file, is none', async () => {
  const place = await copyOfVault(vault);
  const sameKey = { version: 1 as const, database: vault.open.databaseKey };
  await expect(rotateDatabaseKey(place, vault.open, { ...rotated(), newKeySet: sameKey })).rejects.toThrow(
    RangeError,
  );
  const sameFile = { ...rotated(), databaseFile: vault.open.databaseFile };
  await expect(rotateDatabaseKey(place, vault.open, sameFile)).rejects.toMatchObject({
    kind: 'changed-meanwhile',
  });
});

test('only an administrator rotates', async () => {
  const place = await copyOfVault(vault);
  const open = await unlock(place, { userId: boId }, bo.password);
  await expect(rotateDatabaseKey(place, open, rotated())).rejects.toMatchObject({
    kind: 'not-administrator',
  });
});

test('what a removed person could open in an older vault is not the register’s key any more', async () => {
  const place = await copyOfVault(vault);
  const { open } = await removeUser(place, vault.open, boId);
  const after = await rotateDatabaseKey(place, open, rotated());
  const old = await unlock(await copyOfVault(vault), { userId: boId }, bo.password);
  expect(old.databaseKey).not.toBe(after.open.databaseKey);
});

test('an older vault put back under an open session is refused, before and after the rotation', async () => {
  const place = await copyOfVault(vault);
  const { open } = await rotateDatabaseKey(place, vault.open, rotated());
  await copyFile(join(vault.folder, 'vault.json'), join(place.folder, 'vault.json'));
  const refused = { fault: { kind: 'hostile', reason: 'vault-went-back' } };
  await expect(
    rotateDatabaseKey(place, open, { ...rotated(), databaseFile: 'register-0003.db' }),
  ).rejects.toMatchObject(refused);
  await expect(disableUser(place, open, boId)).rejects.toMatchObject(refused);
});
