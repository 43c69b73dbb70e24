import { expect, it } from 'vitest';
import { recover } from '#main/register/vault/recover.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';
import { cheapHash, vaultContent } from '#test/support/vault.ts';

const newPassword = 'viisi keltaista sitruunaa';

async function userId(register: TestRegister): Promise<string> {
  const { users } = (await vaultContent(register.folder)).roster.body;
  return users.find(({ name }) => name === people.admin.name)?.id ?? '';
}

function twoOf(groups: readonly string[]) {
  return [2, 8].map((number) => ({ number, text: groups[number - 1] ?? '' }));
}

it('a new recovery key changes nothing until two of its groups come back from paper', async () => {
  const register = await testRegister();
  const onni = await register.as('admin');
  const before = await vaultContent(register.folder);
  const { groups } = await onni.call('keys', 'newRecoveryKey', {});
  expect(groups).toHaveLength(9);
  expect((await onni.call('keys', 'newRecoveryKey', {})).groups).toEqual(groups);
  const wrong = [
    { number: 2, text: groups[1] ?? '' },
    { number: 8, text: 'AAAA' },
  ];
  expect(await onni.reply('keys', 'renewRecoveryKey', { recoveryGroups: wrong })).toMatchObject({
    ok: false,
    fault: { rule: 'recovery-groups-differ', facts: { groups: [8] } },
  });
  const twice = twoOf(groups).map(() => ({ number: 2, text: groups[1] ?? '' }));
  expect((await onni.reply('keys', 'renewRecoveryKey', { recoveryGroups: twice })).ok).toBe(false);
  expect(await vaultContent(register.folder)).toEqual(before);

  await onni.call('keys', 'renewRecoveryKey', { recoveryGroups: twoOf(groups) });
  const place = vaultPlace(register.folder, cheapHash);
  const recovered = await recover(place, groups.join('-'), { userId: await userId(register), newPassword });
  expect(recovered.open.user.name).toBe(people.admin.name);
});

it('a key of which two groups are typed before any is shown is refused', async () => {
  const onni = await (await testRegister()).as('admin');
  const recoveryGroups = twoOf(Array.from({ length: 9 }, () => 'AAAA'));
  expect((await onni.reply('keys', 'renewRecoveryKey', { recoveryGroups })).ok).toBe(false);
});

it('the new key is printed on the same sheet as at set-up', async () => {
  const register = await testRegister();
  const onni = await register.as('admin');
  const { groups } = await onni.call('keys', 'newRecoveryKey', {});
  await onni.call('keys', 'printRecoveryKey', { language: 'fi' });
  for (const group of groups) expect(register.host.printed.at(-1)).toContain(group);
});

it('a process that dies between recovery and showing its new key leaves a way to another one', async () => {
  const register = await testRegister();
  const marja = await register.as('all');
  const { groups } = await marja.call('keys', 'newRecoveryKey', {});
  await marja.call('keys', 'renewRecoveryKey', { recoveryGroups: twoOf(groups) });
  // Nobody has seen the key that this makes.
  await recover(vaultPlace(register.folder, cheapHash), groups.join('-'), {
    userId: await userId(register),
    newPassword,
  });
  const onni = testClient(register.folder);
  await onni.call('auth', 'unlock', { who: { typedName: people.admin.name }, password: newPassword });
  const second = await onni.call('keys', 'newRecoveryKey', {});
  await onni.call('keys', 'renewRecoveryKey', { recoveryGroups: twoOf(second.groups) });
  const again = await recover(vaultPlace(register.folder, cheapHash), second.groups.join('-'), {
    userId: await userId(register),
    newPassword: testPassword,
  });
  expect(again.open.canAdminister).toBe(true);
});

it('renewing is on record, and every manager is told', async () => {
  const register = await testRegister();
  const onni = await register.as('admin');
  const { groups } = await onni.call('keys', 'newRecoveryKey', {});
  await onni.call('keys', 'renewRecoveryKey', { recoveryGroups: twoOf(groups) });
  const ida = await register.as('manager');
  const { notices } = await ida.call('notices', 'mine', {});
  expect(notices.map(({ body }) => body)).toContainEqual({
    kind: 'recovery-key-renewed',
    facts: { by: people.admin.name },
  });
  const { database } = await register.inside();
  const rows = await database.read
    .selectFrom('audit_events')
    .select('outcome')
    .where('action', '=', 'keys.renewRecoveryKey')
    .execute();
  expect(rows.map(({ outcome }) => outcome)).toEqual(['started', 'done']);
  const bodies = await database.read.selectFrom('audit_details').select('body').execute();
  for (const group of groups) expect(JSON.stringify(bodies)).not.toContain(group);
});
