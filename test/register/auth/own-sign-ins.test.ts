import { expect, it } from 'vitest';
import { accountNamed } from '#test/support/accounts.ts';
import { testClient } from '#test/support/client.ts';
import { people } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';

it('a person sees their own latest sign-ins with time and computer, this one first', async () => {
  const register = await testRegister();
  await register.as('reception');
  const first = register.clock.now();
  register.clock.advance(3_600_000);
  await register.as('manager');
  const helmi = await register.as('reception');
  const { signIns } = await helmi.call('auth', 'ownSignIns', {});
  expect(signIns.map(({ at }) => at)).toEqual([register.clock.now(), first]);
  expect(signIns.every(({ workstation }) => workstation !== null)).toBe(true);
});

it('tries that failed since the sign-in before are shown to the person, and to the administrator until they sign in', async () => {
  const register = await testRegister();
  await register.as('reception');
  const door = testClient(register.folder, { clock: register.clock });
  const who = { typedName: people.reception.name };
  for (const password of ['väärä arvaus 1', 'väärä arvaus 2'])
    await door.reply('auth', 'unlock', { who, password });
  const onni = await register.as('admin');
  expect((await accountNamed(onni, people.reception.name)).failedTries).toBe(2);
  const helmi = await register.as('reception');
  expect((await helmi.call('auth', 'ownSignIns', {})).failedTries).toHaveLength(2);
  expect((await accountNamed(onni, people.reception.name)).failedTries).toBe(0);
  const later = await register.as('reception');
  expect((await later.call('auth', 'ownSignIns', {})).failedTries).toEqual([]);
});
