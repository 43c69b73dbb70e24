import { beforeAll, expect, test } from 'vitest';
import {
  addUser,
  disableUser,
  enableUser,
  listAccounts,
  removeUser,
  renameUser,
  resetPassword,
  setHealthProfileGrant,
  setRoles,
} from '#main/register/vault/accounts.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { VaultPlace } from '#main/register/vault/vault-place.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const second = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;
let self: string;
let other: string;

beforeAll(async () => {
  vault = await temporaryVault();
  self = vault.open.user.id;
  ({ userId: other } = await addPerson(vault.place, vault.open, second));
});

type Change = (place: VaultPlace) => Promise<unknown>;

test.each<[string, string, Change]>([
  [
    'the only administrator gives up the role',
    'last-administrator',
    (p) => setRoles(p, vault.open, self, ['manager']),
  ],
  ['the only manager gives up the role', 'last-manager', (p) => setRoles(p, vault.open, self, ['admin'])],
  [
    'the only administrator disables themselves',
    'last-administrator',
    (p) => disableUser(p, vault.open, self),
  ],
  ['the only administrator removes themselves', 'last-administrator', (p) => removeUser(p, vault.open, self)],
  ['an administrator resets their own password', 'own-account', (p) => resetPassword(p, vault.open, self)],
  [
    'an administrator grants themselves the health profile',
    'own-role',
    (p) => setHealthProfileGrant(p, vault.open, self, true),
  ],
  [
    'a person gets a name that is taken',
    'name-taken',
    (p) => renameUser(p, vault.open, other, firstPerson.name.toUpperCase()),
  ],
  [
    'somebody is changed who never was',
    'not-found',
    (p) => setRoles(p, vault.open, vault.open.vaultId, ['admin']),
  ],
  ['somebody is reset who never was', 'not-found', (p) => resetPassword(p, vault.open, vault.open.vaultId)],
])('%s: refused, and nothing changes', async (_name, kind, change) => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  await expect(change(place)).rejects.toMatchObject({ kind });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a manager who is not the only one may be disabled, and the last one then may not', async () => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, other, ['manager']);
  const { open } = await setRoles(place, vault.open, self, ['admin']);
  await expect(disableUser(place, open, other)).rejects.toMatchObject({ kind: 'last-manager' });
  await expect(removeUser(place, open, other)).rejects.toMatchObject({ kind: 'last-manager' });
  await expect(setRoles(place, open, other, ['reception'])).rejects.toMatchObject({ kind: 'last-manager' });
});

test('an administrator who gave up a role cannot take it back', async () => {
  const place = await copyOfVault(vault);
  const { open } = await setRoles(place, vault.open, self, ['manager', 'admin']);
  await expect(setRoles(place, open, self, ['reception', 'manager', 'admin'])).rejects.toMatchObject({
    kind: 'own-role',
  });
});

test('a session that was opened with more rights does not give them back', async () => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, self, ['manager', 'admin']);
  const attempt = setRoles(place, vault.open, self, ['reception', 'manager', 'admin']);
  await expect(attempt).rejects.toMatchObject({ kind: 'own-role' });
});

test('an administrator who is not the last can step down, and then administers nothing', async () => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, other, ['admin']);
  const { open } = await setRoles(place, vault.open, self, ['reception', 'manager']);
  expect(open).toMatchObject({ canAdminister: false, user: { roles: ['reception', 'manager'] } });
  await expect(renameUser(place, open, other, 'Bo Keksitty')).rejects.toMatchObject({
    kind: 'not-administrator',
  });
  expect((await unlock(place, { userId: self }, firstPassword)).canAdminister).toBe(false);
  expect((await unlock(place, { userId: other }, second.password)).canAdminister).toBe(true);
});

test('nobody is disabled, removed or reset by themselves, even when others remain', async () => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, other, ['manager', 'admin']);
  for (const change of [disableUser, removeUser, resetPassword]) {
    await expect(change(place, vault.open, self)).rejects.toMatchObject({ kind: 'own-account' });
  }
});

test('a renamed person signs in under the new name with the same password', async () => {
  const place = await copyOfVault(vault);
  await renameUser(place, vault.open, other, '  Bo   Keksitty ');
  const open = await unlock(place, { typedName: 'bo keksitty' }, second.password);
  expect(open.user).toMatchObject({ id: other, name: 'Bo Keksitty' });
  await expect(unlock(place, { typedName: second.name }, second.password)).rejects.toMatchObject({
    kind: 'wrong-credentials',
  });
});

test('the right to health profiles is given and taken', async () => {
  const place = await copyOfVault(vault);
  await setHealthProfileGrant(place, vault.open, other, true);
  expect((await unlock(place, { userId: other }, second.password)).user.healthProfileGrant).toBe(true);
  const { rosterEpoch } = await setHealthProfileGrant(place, vault.open, other, false);
  const open = await unlock(place, { userId: other }, second.password);
  expect(open).toMatchObject({ rosterEpoch, user: { healthProfileGrant: false } });
});

test('a removed person leaves no slot and no key, and their name is free again', async () => {
  const place = await copyOfVault(vault);
  await removeUser(place, vault.open, other);
  await expect(unlock(place, { userId: other }, second.password)).rejects.toMatchObject({
    kind: 'wrong-credentials',
  });
  const { userId } = await addUser(place, vault.open, { name: second.name, roles: ['reception'] });
  expect((await listAccounts(place, vault.open)).map(({ id }) => id)).toEqual([self, userId]);
});

test('disabled accounts stay in the list, and enabling gives everything back', async () => {
  const place = await copyOfVault(vault);
  await disableUser(place, vault.open, other);
  expect(await listAccounts(place, vault.open)).toMatchObject([{ status: 'active' }, { status: 'disabled' }]);
  await enableUser(place, vault.open, other);
  expect((await unlock(place, { userId: other }, second.password)).databaseKey).toBe(vault.open.databaseKey);
});
