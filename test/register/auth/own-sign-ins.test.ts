import { expect, it } from 'vitest';
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
