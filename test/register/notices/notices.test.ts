import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { notify } from '#main/register/features/notices/notify.ts';
import { testRegister } from '#test/support/register.ts';

const occasion = { now: '2026-11-18T12:00:00.000Z', newId: uuidv7 };

it('a notice for managers reaches every manager and nobody else', async () => {
  const register = await testRegister();
  const facts = { by: 'Marja Esimäki', workstation: 'TOIMISTO-1' };
  await notify(await register.inside(), { kind: 'recovery-key-used', facts, to: 'managers' }, occasion);
  const told = async (person: 'reception' | 'manager' | 'admin' | 'all') =>
    (await (await register.as(person)).call('notices', 'mine', {})).notices.map(({ body }) => body);
  expect(await told('manager')).toEqual([{ kind: 'recovery-key-used', facts }]);
  expect(await told('all')).toHaveLength(1);
  expect(await told('admin')).toEqual([]);
  expect(await told('reception')).toEqual([]);
});

it('a notice stays until its person acknowledges it, which is logged', async () => {
  const register = await testRegister();
  const inside = await register.inside();
  await notify(
    inside,
    { kind: 'recovery-key-renewed', facts: { by: 'Onni Keksilä' }, to: 'managers' },
    occasion,
  );
  const ida = await register.as('manager');
  const { notices } = await ida.call('notices', 'mine', {});
  const id = notices[0]?.id ?? '';
  expect(notices).toMatchObject([{ at: occasion.now, body: { kind: 'recovery-key-renewed' } }]);
  await ida.call('notices', 'acknowledge', { id });
  expect((await ida.call('notices', 'mine', {})).notices).toEqual([]);
  const events = await inside.database.read
    .selectFrom('audit_events')
    .select(['actor_name', 'entity_id'])
    .where('action', '=', 'notices.acknowledge')
    .execute();
  expect(events).toEqual([{ actor_name: 'Ida Näytesalo', entity_id: id }]);
});

it("nobody can acknowledge another person's notice", async () => {
  const register = await testRegister();
  await notify(
    await register.inside(),
    { kind: 'recovery-key-renewed', facts: { by: 'Onni Keksilä' }, to: 'managers' },
    occasion,
  );
  const marja = await register.as('all');
  const id = (await marja.call('notices', 'mine', {})).notices[0]?.id ?? '';
  const helmi = await register.as('reception');
  expect(await helmi.reply('notices', 'acknowledge', { id })).toEqual({
    ok: false,
    fault: { kind: 'not-found' },
  });
  expect((await marja.call('notices', 'mine', {})).notices).toHaveLength(1);
});
