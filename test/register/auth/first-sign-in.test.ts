import { expect, it } from 'vitest';
import { addedPerson } from '#test/support/accounts.ts';
import { testClient } from '#test/support/client.ts';
import { testRegister } from '#test/support/register.ts';

const ownPassword = 'sininen polkupyörä sateessa 7';

async function newPerson() {
  const register = await testRegister();
  const lotta = await addedPerson(await register.as('admin'));
  const door = testClient(register.folder);
  const who = { userId: lotta.userId };
  const choose = (oneTimePassphrase: string, newPassword: string) =>
    door.reply('auth', 'chooseOwnPassword', { who, oneTimePassphrase, newPassword });
  return { ...lotta, register, door, who, choose };
}

it('a new person chooses a password with the passphrase and is in', async () => {
  const { register, door, who, choose, name, oneTimePassphrase } = await newPerson();
  expect(await choose(oneTimePassphrase, ownPassword)).toMatchObject({ ok: true, value: { name } });
  expect(await door.call('auth', 'session', {})).toMatchObject({ name, roles: ['reception'] });
  const later = testClient(register.folder);
  expect(await later.reply('auth', 'unlock', { who, password: ownPassword })).toMatchObject({ ok: true });
});

it('the passphrase opens nothing once it was used', async () => {
  const { register, who, choose, oneTimePassphrase } = await newPerson();
  await choose(oneTimePassphrase, ownPassword);
  const later = testClient(register.folder);
  for (const reply of [
    await later.reply('auth', 'unlock', { who, password: oneTimePassphrase }),
    await later.reply('auth', 'chooseOwnPassword', { who, oneTimePassphrase, newPassword: ownPassword }),
  ])
    expect(reply).toMatchObject({ fault: { rule: 'wrong-credentials' } });
});

it('the passphrase may be typed as it was read aloud', async () => {
  const { choose, oneTimePassphrase } = await newPerson();
  const typed = oneTimePassphrase.toLowerCase().replaceAll('-', ' ');
  expect(await choose(typed, ownPassword)).toMatchObject({ ok: true });
});

it('a weak password, and the passphrase itself, are no own password', async () => {
  const { choose, oneTimePassphrase } = await newPerson();
  expect(await choose(oneTimePassphrase, 'aaaaaaaaaaaaaaa')).toMatchObject({
    fault: { rule: 'weak-password' },
  });
  expect(await choose(oneTimePassphrase, oneTimePassphrase)).toMatchObject({
    fault: { rule: 'same-password' },
  });
});

it('nothing is served between the passphrase and the own password', async () => {
  const { door, who, oneTimePassphrase } = await newPerson();
  await door.reply('auth', 'unlock', { who, password: oneTimePassphrase });
  expect(await door.reply('customers', 'search', {})).toMatchObject({ fault: { kind: 'locked' } });
});
