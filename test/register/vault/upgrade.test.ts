import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { addUser, disableUser, setRoles } from '#main/register/vault/accounts.ts';
import { changePassword } from '#main/register/vault/own-password.ts';
import { recover } from '#main/register/vault/recover.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import {
  cheapHash,
  firstPassword,
  firstPerson,
  vaultContent,
  vaultFolder,
  vaultText,
} from '#test/support/vault.ts';

/** A file that the program wrote while version 1 was the latest: two administrators and a receptionist. */
const written = join(import.meta.dirname, 'version-1.json');
const recoveryKey = 'Z9S0-SXA7-D108-06E5-1DP3-RM7X-QGJK-GYK0-9CMK';
const databaseKey = '0e00a3f74a19ad18f1e7ecb271ab90419fc396a1fc093cac2966c436818e8189';
const aino = { typedName: firstPerson.name };
const bo = { typedName: 'Bo Påhitt' };
const boPassword = 'neljä vihreää omenaa korissa';
const cecilia = { typedName: 'Cecilia Keksitty' };
const ceciliaPassword = 'viisi keltaista sitruunaa';
const newPassword = 'kuusi harmaata kiveä';
let place: VaultPlace;

beforeEach(async () => {
  const folder = await vaultFolder();
  await copyFile(written, join(folder, 'vault.json'));
  place = vaultPlace(folder, cheapHash);
  await place.door.forgive('01890a5d-ac96-774b-bcce-b302099a8001');
});

async function idOf(name: string): Promise<string> {
  const { users } = await readVault(place.folder);
  return users.find((user) => user.name === name)?.id ?? '';
}

test('a vault of version 1 opens for everybody, and reading alone does not change it', async () => {
  const before = await vaultText(place.folder);
  expect(await unlock(place, aino, firstPassword)).toMatchObject({ databaseKey, canAdminister: true });
  expect(await unlock(place, bo, boPassword)).toMatchObject({ databaseKey, canAdminister: true });
  expect(await unlock(place, cecilia, ceciliaPassword)).toMatchObject({ databaseKey, canAdminister: false });
  expect(await vaultText(place.folder)).toBe(before);
});

test('any of its administrators brings it to version 2 with the first change', async () => {
  await addUser(place, await unlock(place, bo, boPassword), { name: 'Daavid Tekaistu', roles: ['manager'] });
  expect(JSON.parse(await vaultText(place.folder)).version).toBe(2);
  expect((await vaultContent(place.folder)).administratorKeys).toHaveLength(2);
  expect(await unlock(place, aino, firstPassword)).toMatchObject({ canAdminister: true, rosterEpoch: 4 });
});

test('an administrator who changes only their password keeps the key that signs the roster', async () => {
  const open = await unlock(place, bo, boPassword);
  await changePassword(place, open, { current: boPassword, next: newPassword });
  const again = await unlock(place, bo, newPassword);
  expect(again.canAdminister).toBe(true);
  await addUser(place, again, { name: 'Daavid Tekaistu', roles: ['manager'] });
});

test('an administrator of version 1 who is disabled leaves a roster that the others follow', async () => {
  await disableUser(place, await unlock(place, aino, firstPassword), await idOf(bo.typedName));
  expect((await unlock(place, cecilia, ceciliaPassword)).databaseKey).toBe(databaseKey);
  expect((await unlock(place, aino, firstPassword)).canAdminister).toBe(true);
  await expect(unlock(place, bo, boPassword)).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('its recovery key recovers before any change', async () => {
  const { open } = await recover(place, recoveryKey, { userId: await idOf(aino.typedName), newPassword });
  expect(open).toMatchObject({ databaseKey, canAdminister: true });
});

test('and after promotions and successions', async () => {
  const admin = await unlock(place, aino, firstPassword);
  await setRoles(place, admin, await idOf(cecilia.typedName), ['reception', 'admin']);
  await disableUser(place, admin, await idOf(bo.typedName));
  const userId = await idOf(cecilia.typedName);
  const { open } = await recover(place, recoveryKey, { userId, newPassword });
  expect(open).toMatchObject({ databaseKey, canAdminister: true });
  expect(await unlock(place, cecilia, newPassword)).toMatchObject({ canAdminister: true });
});
