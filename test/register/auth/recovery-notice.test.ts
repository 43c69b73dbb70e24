import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { createTemplate } from '#test/support/template.ts';
import { vaultFolder } from '#test/support/vault.ts';

it('using the recovery key is on record and tells every manager', async () => {
  const folder = join(await vaultFolder(), 'register');
  const groups = await createTemplate(folder);
  const door = testClient(folder);
  const marja = (await door.call('auth', 'status', {})).users.find(({ name }) => name === people.all.name);
  await door.call('auth', 'recover', {
    recoveryKey: groups.join(' '),
    userId: marja?.id ?? '',
    newPassword: 'sininen polkupyörä sateessa 7',
  });
  const ida = testClient(folder);
  await ida.call('auth', 'unlock', { who: { typedName: people.manager.name }, password: testPassword });
  expect((await ida.call('notices', 'mine', {})).notices).toMatchObject([
    { body: { kind: 'recovery-key-used', facts: { by: people.all.name } } },
  ]);
  const vault = await unlock(vaultPlace(folder), { typedName: people.manager.name }, testPassword);
  const { database } = await openRegister(vaultPlace(folder), vault);
  onTestFinished(() => database.close());
  const row = database.read.selectFrom('audit_events').select('actor_name');
  expect(await row.where('action', '=', 'auth.recover').execute()).toEqual([{ actor_name: people.all.name }]);
});
