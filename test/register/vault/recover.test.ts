import { beforeAll, expect, test } from 'vitest';
import { signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { recover } from '#main/register/vault/recover.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { signRoster } from '#main/register/vault/roster.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  firstPerson,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const newPassword = 'viisi keltaista sitruunaa';
const second = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;
let userId: string;
let secondId: string;

beforeAll(async () => {
  vault = await temporaryVault();
  userId = vault.open.user.id;
  ({ userId: secondId } = await addPerson(vault.place, vault.open, second));
});

test('the recovery key gives an administrator a new password and the same register', async () => {
  const place = await copyOfVault(vault);
  const { open } = await recover(place, vault.recoveryKey.toLowerCase().replaceAll('-', ' '), {
    userId,
    newPassword,
  });
  expect(open).toMatchObject({ databaseKey: vault.open.databaseKey, canAdminister: true, rosterEpoch: 3 });
  expect(open.user).toEqual(vault.open.user);
  const again = await unlock(place, { typedName: firstPerson.name }, newPassword);
  expect(again.databaseKey).toBe(vault.open.databaseKey);
  await expect(unlock(place, { userId }, firstPassword)).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('the others sign in as before', async () => {
  const place = await copyOfVault(vault);
  await recover(place, vault.recoveryKey, { userId, newPassword });
  expect((await unlock(place, { userId: secondId }, second.password)).rosterEpoch).toBe(3);
});

test('using it makes a new recovery key, and the used one opens nothing', async () => {
  const place = await copyOfVault(vault);
  const { recoveryKey } = await recover(place, vault.recoveryKey, { userId, newPassword });
  const withUsed = recover(place, vault.recoveryKey, { userId, newPassword });
  await expect(withUsed).rejects.toMatchObject({
    fault: { kind: 'recovery-key-invalid', problem: 'does-not-open' },
  });
  const { open } = await recover(place, recoveryKey, { userId, newPassword: firstPassword });
  expect(open.databaseKey).toBe(vault.open.databaseKey);
});

test('the recovered administrator can add people', async () => {
  const place = await copyOfVault(vault);
  const { open } = await recover(place, vault.recoveryKey, { userId, newPassword });
  await addPerson(place, open, { ...second, name: 'Cecilia Keksitty' });
});

test('a session that was open before the recovery can change nothing any more', async () => {
  const place = await copyOfVault(vault);
  await recover(place, vault.recoveryKey, { userId, newPassword });
  const attempt = addPerson(place, vault.open, { ...second, name: 'Cecilia Keksitty' });
  await expect(attempt).rejects.toMatchObject({
    fault: { kind: 'hostile', reason: 'public-keys-exchanged' },
  });
});

test('the door forgives the recovered person', async () => {
  const place = await copyOfVault(vault);
  for (let time = 0; time < 5; time += 1)
    await unlock(place, { userId }, `guess ${time}`).catch(() => undefined);
  await expect(unlock(place, { userId }, firstPassword)).rejects.toMatchObject({ kind: 'wait' });
  await recover(place, vault.recoveryKey, { userId, newPassword });
  expect((await unlock(place, { userId }, newPassword)).user.id).toBe(userId);
});

test.each<[string, () => string, string]>([
  ['cut', () => vault.recoveryKey.slice(0, -3), 'length'],
  ['with a strange letter', () => `U${vault.recoveryKey.slice(1)}`, 'characters'],
  ['with a wrong last group', () => `${vault.recoveryKey.slice(0, -4)}ZZZZ`, 'checksum'],
  ['of another register', newRecoveryKey, 'does-not-open'],
])('a key %s changes nothing and says why', async (_name, key, problem) => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  const attempt = recover(place, key(), { userId, newPassword });
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'recovery-key-invalid', problem } });
  expect(await vaultText(place.folder)).toBe(before);
});

test('only an administrator is recovered, and only with a strong password', async () => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  const other = recover(place, vault.recoveryKey, { userId: secondId, newPassword });
  await expect(other).rejects.toMatchObject({ kind: 'not-administrator' });
  const weak = recover(place, vault.recoveryKey, { userId, newPassword: 'salasana1234' });
  await expect(weak).rejects.toMatchObject({ kind: 'weak-password' });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a roster of a foreign key is not signed over by recovery', async () => {
  const place = await copyOfVault(vault);
  const { privateKey } = signingKeyPair();
  await forgeVault(place.folder, (content) => ({
    ...content,
    roster: signRoster(content.roster.body, privateKey, []),
  }));
  const attempt = recover(place, vault.recoveryKey, { userId, newPassword });
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-roster-key' } });
});
