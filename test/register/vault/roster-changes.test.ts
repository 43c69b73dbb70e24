import { beforeAll, expect, test } from 'vitest';
import { addUser, disableUser, enableUser, setRoles } from '#main/register/vault/accounts.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { changePassword } from '#main/register/vault/own-password.ts';
import { recover } from '#main/register/vault/recover.ts';
import { makeSlot } from '#main/register/vault/slots.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { secretsOf } from '#main/register/vault/vault.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultContent,
} from '#test/support/vault.ts';

const second = { name: 'Bo Påhitt', roles: ['admin'], password: 'neljä vihreää omenaa korissa' } as const;
const third = {
  name: 'Cecilia Keksitty',
  roles: ['manager'],
  password: 'viisi keltaista sitruunaa',
} as const;
let vault: TestVault;
let secondId: string;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: secondId } = await addPerson(vault.place, vault.open, second));
});

test('a disabled person is not listed and gets the answer of a wrong password', async () => {
  const place = await copyOfVault(vault);
  await disableUser(place, vault.open, secondId);
  expect((await readVault(place.folder)).users.map(({ id }) => id)).toEqual([vault.open.user.id]);
  const attempt = unlock(place, { userId: secondId }, second.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'wrong-credentials' } });
  const recovering = recover(place, vault.recoveryKey, { userId: secondId, newPassword: third.password });
  await expect(recovering).rejects.toMatchObject({ kind: 'not-administrator' });
});

test('nothing is sealed to a disabled person, and the password opens again when the account is enabled', async () => {
  const place = await copyOfVault(vault);
  await disableUser(place, vault.open, secondId);
  const { databaseKeys, administratorKeys } = await vaultContent(place.folder);
  const sealed = [...databaseKeys, ...administratorKeys].map(({ userId }) => userId);
  expect(new Set(sealed)).toEqual(new Set([vault.open.user.id]));
  await enableUser(place, vault.open, secondId);
  const open = await unlock(place, { userId: secondId }, second.password);
  expect(open).toMatchObject({ canAdminister: true, databaseKey: vault.open.databaseKey });
});

test('an open session of a person who was disabled meanwhile changes nothing', async () => {
  const place = await copyOfVault(vault);
  const open = await unlock(place, { userId: secondId }, second.password);
  await disableUser(place, vault.open, secondId);
  const refused = { fault: { kind: 'hostile', reason: 'person-left-the-roster' } };
  await expect(addUser(place, open, third)).rejects.toMatchObject(refused);
  const change = changePassword(place, open, { current: second.password, next: third.password });
  await expect(change).rejects.toMatchObject(refused);
});

test('a changed role holds from the next sign-in, and the vault heeds it at once', async () => {
  const place = await copyOfVault(vault);
  const open = await unlock(place, { userId: secondId }, second.password);
  await setRoles(place, vault.open, secondId, ['reception']);
  await expect(addUser(place, open, third)).rejects.toMatchObject({ kind: 'not-administrator' });
  const again = await unlock(place, { userId: secondId }, second.password);
  expect(again).toMatchObject({ canAdminister: false, user: { roles: ['reception'] } });
});

test('a person is made administrator without their password, and can administer after the next sign-in', async () => {
  const place = await copyOfVault(vault);
  const { userId } = await addPerson(place, vault.open, third);
  await setRoles(place, vault.open, userId, ['manager', 'admin']);
  const open = await unlock(place, { userId }, third.password);
  expect(open.canAdminister).toBe(true);
  await addUser(place, open, { name: 'Daavid Tekaistu', roles: ['reception'] });
});

test('a slot that carries another signing key than the roster’s is refused', async () => {
  const place = await copyOfVault(vault);
  const { vaultId, user } = vault.open;
  const slotKeys = { ...secretsOf(vault.open).slotKeys, rosterSigningKey: signingKeyPair().privateKey };
  const slot = await makeSlot({ vaultId, userId: user.id, password: firstPassword }, slotKeys, minimumCost);
  await forgeVault(place.folder, (content) => ({
    ...content,
    slots: content.slots.map((entry) => (entry.userId === user.id ? slot : entry)),
    administratorKeys: [],
  }));
  const attempt = unlock(place, { userId: user.id }, firstPassword);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-signing-key' } });
});

test('a recovery does not sign over a roster that changed while it ran', async () => {
  const place = await copyOfVault(vault);
  const adding = addUser(place, vault.open, third);
  const recovering = recover(place, vault.recoveryKey, {
    userId: vault.open.user.id,
    newPassword: 'kuusi harmaata kiveä',
  });
  const outcomes = await Promise.allSettled([adding, recovering]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
