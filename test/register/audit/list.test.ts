import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { everything, type LogFilter } from '#shared/features/audit/log.ts';
import { addRows } from '#test/support/audit-rows.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

/** Helmi registers two customers and opens the card of one; Ida reads the log. */
async function aDay() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const aino = await registerCustomer(helmi);
  const lauri = await registerCustomer(helmi, { lastName: 'Kuvitela', firstNames: 'Lauri', sex: 'male' });
  register.clock.advance(60_000);
  await helmi.call('customers', 'card', { customerId: aino });
  const ida = await register.as('manager');
  return { register, helmi, ida, aino, lauri };
}

const listed = (client: TestClient, filter: Partial<LogFilter> = {}, before: number | null = null) =>
  client.call('audit', 'list', { filter: { ...everything, ...filter }, before });
const actionsIn = async (client: TestClient, filter: Partial<LogFilter> = {}) =>
  (await listed(client, filter)).rows.map(({ action }) => action);

describe('the log', () => {
  it('shows every row newest first, with the names of people and customers, the computer and the hash', async () => {
    const { ida, aino } = await aDay();
    const { rows, more, count } = await listed(ida);
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      rows.map(({ sequence }) => sequence).sort((a, b) => b - a),
    );
    expect(rows.find(({ action }) => action === 'customers.card')).toMatchObject({
      actorName: 'Helmi Testola',
      outcome: 'done',
      customer: { id: aino, number: 10_001, name: 'Mallikas Aino Helena' },
      workstation: 'TEST-1',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      marks: [],
    });
    expect(more).toBe(false);
    expect(count).toEqual({ rows: rows.length, is: 'exactly' });
  });

  it('is itself read on record: before the first rows and with the counts at the end', async () => {
    const { ida, register } = await aDay();
    const first = await listed(ida);
    expect(first.rows[0]).toMatchObject({ action: 'audit.list', outcome: 'started' });
    await listed(ida, { text: 'mallikas' });
    register.clock.advance(2500);
    await ida.call('auth', 'session', {});
    const [ended] = (await listed(ida, { actions: 'log', outcome: 'done' })).rows;
    expect(ended).toMatchObject({
      actorName: 'Ida Näytesalo',
      action: 'audit.list',
      details: { searches: 2, shown: expect.any(Number) },
    });
  });

  it('is narrowed by person, customer, action, computer and outcome, and by all of them together', async () => {
    const { ida, helmi, aino } = await aDay();
    await helmi.reply('audit', 'list', {});
    expect(await actionsIn(ida, { customerId: aino })).toEqual(['customers.card', 'customers.register']);
    expect(await actionsIn(ida, { actions: 'changes' })).toEqual([
      'customers.register',
      'customers.register',
    ]);
    const { people } = await ida.call('audit', 'overview', {});
    const actor = people.find(({ name }) => name === 'Helmi Testola')?.id ?? '';
    const ofHelmi = (await listed(ida, { actor })).rows;
    expect(new Set(ofHelmi.map(({ actorName }) => actorName))).toEqual(new Set(['Helmi Testola']));
    expect(await actionsIn(ida, { outcome: 'refused' })).toEqual(['audit.list']);
    expect(await actionsIn(ida, { workstation: 'TEST-2' })).toEqual([]);
    expect(
      await actionsIn(ida, { workstation: 'TEST-1', actor, actions: 'looks', customerId: aino }),
    ).toEqual(['customers.card']);
  });

  it('finds what was done to a customer by number or by name, and what a person did by name', async () => {
    const { ida, aino } = await aDay();
    expect(await listed(ida, { text: '10001' })).toMatchObject({
      found: { customers: 1, people: 0, isCut: false },
    });
    const byName = await listed(ida, { text: 'helena' });
    expect(byName.rows.map(({ customer }) => customer?.id)).toEqual([aino, aino]);
    const byPerson = await listed(ida, { text: 'test hel' });
    expect(byPerson.found).toEqual({ customers: 0, people: 1, isCut: false });
    expect(byPerson.rows.every(({ actorName }) => actorName === 'Helmi Testola')).toBe(true);
    expect(await listed(ida, { text: 'eipä ole' })).toMatchObject({ rows: [], count: { rows: 0 } });
  });

  it('is narrowed to days in Finland, also when the clock was moved back in between', async () => {
    const { ida, register } = await aDay();
    expect(await actionsIn(ida, { from: '2026-11-19', to: null })).toEqual([]);
    register.clock.advance(86_400_000);
    await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
    register.clock.advance(-86_400_000);
    await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Onni Koepelto' });
    expect(await actionsIn(ida, { from: '2026-11-19', to: '2026-11-19' })).toContain(
      'visits.addPractitioner',
    );
    const today = await actionsIn(ida, { from: '2026-11-18', to: '2026-11-18', actions: 'settings' });
    expect(today).toEqual(['visits.addPractitioner', 'auth.createRegister']);
  });

  it('comes in pages that meet without a gap, and says "over 1 000" without counting further', async () => {
    const { ida, register } = await aDay();
    const { database } = await register.inside();
    await addRows(database, 1500);
    const first = await listed(ida);
    expect(first.rows).toHaveLength(100);
    expect(first.count).toEqual({ rows: 1000, is: 'over' });
    const second = await listed(ida, {}, first.next);
    expect(second.count).toBeNull();
    expect(second.rows[0]?.sequence).toBe((first.rows.at(-1)?.sequence ?? 0) - 1);
  });

  it('goes on where a search for something rare stopped, until it has come to the end', async () => {
    const { ida, aino, register } = await aDay();
    const { database } = await register.inside();
    await addRows(database, 25_000, () => ({ outcome: 'done' }));
    let page = await listed(ida, { workstation: 'TEST-1', actions: null, actor: null, outcome: 'done' });
    const seen = page.rows.map(({ action }) => action);
    expect(page.count).toEqual({ rows: seen.length, is: 'at-least' });
    while (page.next !== null) {
      page = await listed(ida, { workstation: 'TEST-1', outcome: 'done' }, page.next);
      seen.push(...page.rows.map(({ action }) => action));
    }
    expect(seen.filter((action) => action === 'customers.register')).toHaveLength(2);
    expect(await actionsIn(ida, { customerId: aino, workstation: 'TEST-1' })).toContain('customers.card');
  });
});

describe('who has looked at one customer', () => {
  it('comes newest first in pages that meet without a gap, for the reception too', async () => {
    const { helmi, aino, register } = await aDay();
    const { database } = await register.inside();
    await addRows(database, 230, () => ({ action: 'customers.card', outcome: 'done', customer_id: aino }));
    const seen: number[] = [];
    for (let before: number | null = null, more = true; more; before = seen.at(-1) ?? null) {
      const page: { events: { sequence: number }[]; more: boolean } = await helmi.call(
        'audit',
        'ofCustomer',
        {
          customerId: aino,
          beforeSequence: before,
        },
      );
      seen.push(...page.events.map(({ sequence }) => sequence));
      more = page.more;
    }
    const { database: read } = await register.inside();
    const all = await read.read
      .selectFrom('audit_events')
      .select('sequence')
      .where('customer_id', '=', aino)
      .where('action', '<>', 'audit.ofCustomer')
      .orderBy('sequence', 'desc')
      .execute();
    expect(seen).toEqual(all.map(({ sequence }) => sequence));
  });
});

describe('the day in quarters of an hour', () => {
  it('counts the events of one day in Finland and no other', async () => {
    const { ida } = await aDay();
    const { quarters } = await ida.call('audit', 'day', { date: '2026-11-18' });
    expect(quarters).toEqual([{ at: '2026-11-18T12:30:00.000Z', events: expect.any(Number), unusual: 0 }]);
    expect(await ida.call('audit', 'day', { date: '2026-11-17' })).toEqual({ quarters: [] });
  });
});

describe('a row that is opened', () => {
  it('shows what an edit changed, and that look is on record for the customer', async () => {
    const { ida, helmi, aino } = await aDay();
    const form = { ...ainoMallikas, phone: '044 000 0718' };
    await helmi.call('customers', 'edit', { customerId: aino, expectedVersion: 1, form });
    const row = (await listed(ida, { actions: 'changes', customerId: aino })).rows[0];
    expect(await ida.call('audit', 'values', { sequence: row?.sequence ?? 0 })).toEqual({
      customerId: aino,
      values: {
        kind: 'details',
        changes: [{ field: 'phone', before: '+358400000182', after: '+358440000718' }],
      },
    });
    expect(await actionsIn(ida, { customerId: aino, actions: 'looks' })).toContain('audit.values');
  });

  it('says so when the row tells all there is, and knows no row that does not exist', async () => {
    const { ida } = await aDay();
    expect(await ida.call('audit', 'values', { sequence: 1 })).toEqual({
      customerId: null,
      values: { kind: 'none' },
    });
    await expect(ida.call('audit', 'values', { sequence: 999_999 })).rejects.toMatchObject({
      fault: { kind: 'not-found' },
    });
  });
});
