import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { setRoles } from '#main/register/vault/accounts.ts';
import { rotateDatabaseKey } from '#main/register/vault/database-file.ts';
import { newKeySet } from '#main/register/vault/database-keys.ts';
import { recover } from '#main/register/vault/recover.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { openWithSlotKeys, secretsOf } from '#main/register/vault/vault.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import { childProgram } from '#test/support/child-process.ts';
import { addPerson } from '#test/support/staff.ts';
import { copyOfVault, firstPassword, type TestVault, temporaryVault } from '#test/support/vault.ts';

const bo = { name: 'Bo Påhitt', roles: ['admin'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;
let boId: string;
let changeForever: (...args: string[]) => ChildProcess;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: boId } = await addPerson(vault.place, vault.open, bo));
  const keySet = newKeySet();
  const databaseFile = `register-${keySet.database.slice(0, 16)}.db`;
  await rotateDatabaseKey(vault.place, vault.open, { databaseFile, newKeySet: keySet });
  changeForever = await childProgram(join(import.meta.dirname, 'change-accounts-child.ts'));
});

/** Milliseconds after the operation began: it repeats, so that every moment of it is met sooner or later. */
const moments = [3, 40];

test.each([
  'add',
  'rename',
  'roles',
  'grant',
  'disable',
  'reset',
  'rotate',
  'renew-recovery-key',
  'record-head',
])(
  'killed in the middle of %s, the vault is whole, with one key for the one file that it names',
  async (operation) => {
    const place = await copyOfVault(vault);
    for (const moment of moments) {
      const child = changeForever(place.folder, operation, vault.open.user.id, firstPassword, boId);
      await killAfter(child, moment);
      const content = await readVaultFile(place.folder);
      const self = content.roster.body.users.find(({ id }) => id === vault.open.user.id);
      if (!self) throw new Error('the administrator is gone');
      const open = openWithSlotKeys(content, self, secretsOf(vault.open).slotKeys);
      expect(open.canAdminister).toBe(true);
      expect(open.databaseFile).toBe(`register-${open.databaseKey.slice(0, 16)}.db`);
    }
  },
);

test('killed while a sign-in renews its slot, the person signs in the next time', async () => {
  const place = await copyOfVault(vault);
  for (let time = 0; time < 2; time += 1) {
    await setRoles(place, vault.open, boId, ['reception']);
    await setRoles(place, vault.open, boId, ['admin']);
    // Its own sign-in renews the administrator's slot before it begins anything.
    await killAfter(changeForever(place.folder, 'none', vault.open.user.id, firstPassword, boId), 1);
  }
  expect((await unlock(place, { userId: vault.open.user.id }, firstPassword)).canAdminister).toBe(true);
  expect((await unlock(place, { userId: boId }, bo.password)).canAdminister).toBe(true);
  const person = { userId: boId, newPassword: 'kuusi harmaata kiveä' };
  expect((await recover(place, vault.recoveryKey, person)).open.canAdminister).toBe(true);
});

function killAfter(child: ChildProcess, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('error', reject);
    child.once('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('it ended by itself')),
    );
  });
}
