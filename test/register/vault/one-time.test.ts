import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addUser, listAccounts, resetPassword } from '#main/register/vault/accounts.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const own = 'viisi keltaista sitruunaa';
let vault: TestVault;
let who: { userId: string };
let passphrase: string;

beforeAll(async () => {
  vault = await temporaryVault();
  const added = await addUser(vault.place, vault.open, { name: 'Bo Påhitt', roles: ['reception'] });
  who = { userId: added.userId };
  passphrase = added.oneTimePassphrase;
});

test('a one-time passphrase has 80 random bits in four groups that can be read aloud', () => {
  expect(passphrase).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});

test('it opens nothing but the choice of an own password, and counts as no failure', async () => {
  const place = await copyOfVault(vault);
  await expect(unlock(place, who, passphrase)).rejects.toMatchObject({
    fault: { kind: 'choose-own-password' },
  });
  const { users } = JSON.parse(await readFile(join(place.folder, 'door.json'), 'utf8'));
  expect(users).toEqual({});
});

test.each<[string, (text: string) => string]>([
  ['in small letters', (text) => text.toLowerCase()],
  ['with spaces', (text) => ` ${text.replaceAll('-', ' ')} `],
  [
    'without dashes, O for zero and l for one',
    (text) => text.replaceAll('-', '').replaceAll('0', 'O').replaceAll('1', 'l'),
  ],
])('it may be typed %s', async (_name, typed) => {
  const attempt = unlock(await copyOfVault(vault), who, typed(passphrase));
  await expect(attempt).rejects.toMatchObject({ kind: 'choose-own-password' });
});

test('the own password opens the vault from then on, and the passphrase no longer does anything', async () => {
  const place = await copyOfVault(vault);
  const open = await chooseOwnPassword(place, who, passphrase, own);
  expect(open).toMatchObject({ databaseKey: vault.open.databaseKey, user: { name: 'Bo Påhitt' } });
  expect((await unlock(place, who, own)).databaseKey).toBe(vault.open.databaseKey);
  await expect(unlock(place, who, passphrase)).rejects.toMatchObject({ kind: 'wrong-credentials' });
  const again = chooseOwnPassword(place, who, passphrase, 'kuusi harmaata kiveä');
  await expect(again).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('a wrong passphrase is counted at the door', async () => {
  const place = await copyOfVault(vault);
  const attempt = chooseOwnPassword(place, who, 'AAAA-BBBB-CCCC-DDDD', own);
  await expect(attempt).rejects.toMatchObject({ kind: 'wrong-credentials' });
  const { users } = JSON.parse(await readFile(join(place.folder, 'door.json'), 'utf8'));
  expect(users).toEqual({ [who.userId]: 1 });
});

test.each([
  ['the passphrase itself', () => passphrase.toLowerCase(), 'same-password'],
  ['a weak one', () => 'salasana1234', 'weak-password'],
])('%s cannot be chosen', async (_name, chosen, kind) => {
  const place = await copyOfVault(vault);
  const before = await vaultText(place.folder);
  await expect(chooseOwnPassword(place, who, passphrase, chosen())).rejects.toMatchObject({ kind });
  expect(await vaultText(place.folder)).toBe(before);
});

test('a password that somebody chose already is not replaced at the door', async () => {
  const place = await copyOfVault(vault);
  const attempt = chooseOwnPassword(place, { userId: vault.open.user.id }, firstPassword, own);
  await expect(attempt).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('the mark taken away does not make the passphrase a password', async () => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => ({
    ...content,
    slots: content.slots.map(({ oneTime: _mark, ...slot }) => slot),
  }));
  // Also typed as it is hashed, without dashes: then only the mark itself keeps the slot shut.
  for (const typed of [passphrase, passphrase.replaceAll('-', '')]) {
    await expect(unlock(place, who, typed)).rejects.toMatchObject({ kind: 'wrong-credentials' });
  }
});

test('the mark set on a password that somebody chose shuts the slot', async () => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => ({
    ...content,
    slots: content.slots.map((slot) => ({ ...slot, oneTime: true as const })),
  }));
  const attempt = unlock(place, { userId: vault.open.user.id }, firstPassword);
  await expect(attempt).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('the list of accounts tells who has still to choose', async () => {
  const place = await copyOfVault(vault);
  const waiting = async () =>
    (await listAccounts(place, vault.open)).map((account) => account.mustChoosePassword);
  expect(await waiting()).toEqual([false, true]);
  await chooseOwnPassword(place, who, passphrase, own);
  expect(await waiting()).toEqual([false, false]);
});

test('a reset ends the forgotten password, and the door forgives', async () => {
  const place = await copyOfVault(vault);
  const { userId } = await addPerson(place, vault.open, {
    name: 'Cecilia Keksitty',
    roles: ['reception'],
    password: own,
  });
  const forgotten = { userId };
  for (let time = 0; time < 3; time += 1)
    await unlock(place, forgotten, `guess ${time}`).catch(() => undefined);
  const { oneTimePassphrase } = await resetPassword(place, vault.open, userId);
  await expect(unlock(place, forgotten, own)).rejects.toMatchObject({ kind: 'wrong-credentials' });
  const open = await chooseOwnPassword(place, forgotten, oneTimePassphrase, 'kuusi harmaata kiveä');
  expect(open.databaseKey).toBe(vault.open.databaseKey);
  expect(await place.door.secondsToWait(userId)).toBe(0);
});
