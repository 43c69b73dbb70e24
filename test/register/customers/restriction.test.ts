import { describe, expect, it } from 'vitest';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, newestChanges, registerCustomer } from '#test/support/customers.ts';
import { validInput } from '#test/support/fuzz/broken-inputs.ts';
import { procedures } from '#test/support/fuzz/fuzz.ts';
import { testRegister } from '#test/support/register.ts';

const ground = 'Osoitteen oikeellisuus selvitettävänä';
const relatesTo = 'Pyyntö 2026-031';

async function withRestricted() {
  const register = await testRegister();
  const [desk, manager] = [await register.as('reception'), await register.as('manager')];
  const customerId = await registerCustomer(desk);
  await manager.call('customers', 'restrict', { customerId, ground });
  return { register, desk, manager, customerId };
}

const newPhone = (customerId: string, expectedVersion: number) => ({
  customerId,
  expectedVersion,
  form: { ...ainoMallikas, phone: '050 000 0311' },
});

const phoneOf = async (desk: TestClient, customerId: string) =>
  (await desk.call('customers', 'card', { customerId })).phone;

describe('restricted processing', () => {
  it('is shown on the card and in the list from the moment of the decision, with its ground', async () => {
    const { desk, customerId } = await withRestricted();
    const card = await desk.call('customers', 'card', { customerId });
    expect(card.restriction).toEqual({ since: '2026-11-18T12:32:07.000Z', ground });
    const { hits } = await desk.call('customers', 'search', { text: 'mallikas', limit: 5 });
    expect(hits).toEqual([expect.objectContaining({ isRestricted: true })]);
  });

  it('lets nobody change the customer without naming the request, and changes nothing then', async () => {
    const { desk, customerId } = await withRestricted();
    const reply = await desk.reply('customers', 'edit', newPhone(customerId, 2));
    expect(reply).toEqual({
      ok: false,
      fault: {
        kind: 'rule-broken',
        rule: 'processing-restricted',
        facts: { customerNumber: 10001, since: '2026-11-18T12:32:07.000Z' },
      },
    });
    expect(await phoneOf(desk, customerId)).toBe('+358400000182');
  });

  it('lets a change through that belongs to a request, which the log names', async () => {
    const { register, desk, customerId } = await withRestricted();
    await desk.call('customers', 'edit', newPhone(customerId, 2), undefined, relatesTo);
    expect(await phoneOf(desk, customerId)).toBe('+358500000311');
    const { database } = await register.inside();
    const row = await database.read
      .selectFrom('audit_events')
      .innerJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
      .select('body')
      .where('action', '=', 'customers.edit')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.body)).toMatchObject({ relatesTo });
  });

  it('takes no empty or endless name of a request', async () => {
    const { desk, customerId } = await withRestricted();
    for (const [typed, code] of [
      [' ', 'required'],
      ['x'.repeat(201), 'too-long'],
    ] as const) {
      const reply = await desk.reply('customers', 'edit', newPhone(customerId, 2), undefined, typed);
      expect(reply).toEqual({ ok: false, fault: { kind: 'invalid-input', fields: { relatesTo: code } } });
    }
  });

  it('is decided and ended by managers only', async () => {
    const { desk, customerId } = await withRestricted();
    for (const reply of [
      await desk.reply('customers', 'restrict', { customerId, ground }),
      await desk.reply('customers', 'liftRestriction', { customerId, reason: 'Selvitetty' }),
    ]) {
      expect(reply).toMatchObject({ fault: { kind: 'forbidden' } });
    }
  });

  it('ends with a reason, and the history tells from when to when it held', async () => {
    const { register, desk, manager, customerId } = await withRestricted();
    register.clock.advance(86_400_000);
    await manager.call('customers', 'liftRestriction', { customerId, reason: 'Osoite on oikein' });
    await desk.call('customers', 'edit', newPhone(customerId, 3));
    const history = await newestChanges(desk, customerId);
    expect(history.filter(({ field }) => field === 'restriction')).toEqual([
      expect.objectContaining({ oldValue: ground, newValue: null, source: 'staff', by: 'Ida Näytesalo' }),
      expect.objectContaining({ oldValue: null, newValue: ground }),
    ]);
    const again = await manager.reply('customers', 'liftRestriction', { customerId, reason: 'Selvitetty' });
    expect(again).toMatchObject({ fault: { kind: 'conflict' } });
  });

  it('keeps its beginning when only the ground is corrected', async () => {
    const { register, desk, manager, customerId } = await withRestricted();
    register.clock.advance(86_400_000);
    await manager.call('customers', 'restrict', { customerId, ground: 'Käsittely lainvastaista' });
    const card = await desk.call('customers', 'card', { customerId });
    expect(card.restriction).toEqual({
      since: '2026-11-18T12:32:07.000Z',
      ground: 'Käsittely lainvastaista',
    });
  });
});

/** The only commands about a customer that may forget the request; the contract says why of each. */
const exceptions = ['customers.revealContact', 'customers.restrict', 'customers.liftRestriction'];

const takesCustomer = procedures.filter(({ feature, name, procedure }) => {
  const input = validInput(procedure, `${feature}.${name}`);
  return procedure.kind === 'command' && Object.hasOwn(input as object, 'customerId');
});

describe('every command about a customer', () => {
  it.each(takesCustomer.map((named) => [`${named.feature}.${named.name}`, named] as const))(
    '%s is refused while processing is restricted, unless the contract says why not',
    async (action, { feature, name, procedure }) => {
      const { register, customerId } = await withRestricted();
      const client = await register.as('all');
      const input = { ...(validInput(procedure, action) as object), customerId };
      const reply = await client.reply(feature, name, input);
      const isRefused =
        !reply.ok && reply.fault.kind === 'rule-broken' && reply.fault.rule === 'processing-restricted';
      expect({ action, isRefused }).toEqual({ action, isRefused: !exceptions.includes(action) });
    },
  );

  it('is an exception only with a reason in the contract', () => {
    const excused = procedures.filter(({ procedure }) => procedure.whileRestricted !== undefined);
    expect(excused.map(({ feature, name }) => `${feature}.${name}`)).toEqual(exceptions);
    for (const { procedure } of excused) expect(procedure.whileRestricted?.length).toBeGreaterThan(10);
  });
});
