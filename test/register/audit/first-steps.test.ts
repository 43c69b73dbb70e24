import { expect, it } from 'vitest';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

it('what a person has done once is no longer among their first steps, and others keep theirs', async () => {
  const register = await testRegister();
  const helmi = await register.as('reception');
  expect(await helmi.call('audit', 'firstSteps', {})).toEqual({ left: ['find', 'visit', 'consent'] });
  const customerId = await registerCustomer(helmi);
  await helmi.call('customers', 'card', { customerId });
  expect(await helmi.call('audit', 'firstSteps', {})).toEqual({ left: ['visit', 'consent'] });
  const other = await register.as('manager');
  expect(await other.call('audit', 'firstSteps', {})).toEqual({ left: ['find', 'visit', 'consent'] });
});

it('a refused try is not a first step taken', async () => {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const unknown = '01890a5d-ac96-774b-bcce-b302099a8001';
  await helmi.reply('customers', 'card', { customerId: unknown });
  expect((await helmi.call('audit', 'firstSteps', {})).left).toContain('find');
});
