import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { everything, type LogFilter } from '#shared/features/audit/log.ts';
import { firstRules } from '#shared/features/audit/unusual.ts';
import { addRows } from '#test/support/audit-rows.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { lineOf } from '#test/support/visits.ts';

const listed = async (client: TestClient, filter: Partial<LogFilter> = {}) =>
  (await client.call('audit', 'list', { filter: { ...everything, ...filter }, before: null })).rows;
const unusual = async (client: TestClient) => {
  await client.call('audit', 'review', {});
  return (await listed(client, { unusual: true })).map(
    ({ actorName, customer, marks }) =>
      `${actorName} ${customer?.number} ${marks.map(({ reason }) => reason.rule).join()}`,
  );
};

/** Wednesday 18.11.2026 at 14.32: Helmi opens the card of a namesake. */
async function namesake() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const veikko = await registerCustomer(helmi, { lastName: 'Testola', firstNames: 'Veikko' });
  await helmi.call('customers', 'card', { customerId: veikko });
  const ida = await register.as('manager');
  return { register, helmi, ida, veikko };
}

describe('unusual looks', () => {
  it('are marked when the log is reviewed, counted, and shown in the day and alone', async () => {
    const { ida } = await namesake();
    expect(await unusual(ida)).toEqual(['Helmi Testola 10001 own-family-name']);
    expect((await ida.call('audit', 'overview', {})).unusual).toBe(1);
    const { quarters } = await ida.call('audit', 'day', { date: '2026-11-18' });
    expect(quarters[0]).toMatchObject({ unusual: 1 });
  });

  it('are asked about once, however often the log is reviewed', async () => {
    const { ida } = await namesake();
    await ida.call('audit', 'review', {});
    expect(await ida.call('audit', 'review', {})).toMatchObject({ marked: 0 });
    expect(await unusual(ida)).toHaveLength(1);
  });

  it('need no explanation any more when the visit is written down later that day', async () => {
    const { ida, helmi, register } = await namesake();
    const { rules, version } = await ida.call('audit', 'rules', {});
    await ida.call('audit', 'setRules', {
      expectedVersion: version,
      rules: { ...rules, ownFamilyName: { isOn: false }, manyCards: { isOn: true, cards: 2, minutes: 30 } },
    });
    const saga = await registerCustomer(helmi, { lastName: 'Mallbacka', firstNames: 'Saga' });
    await helmi.call('customers', 'card', { customerId: saga });
    expect(await unusual(ida)).toEqual(['Helmi Testola 10002 many-cards']);
    register.clock.advance(3_600_000);
    const { items, practitioners } = await helmi.call('visits', 'priceList', {});
    const [item] = items;
    if (!item) throw new Error('the price list is empty');
    await helmi.call('visits', 'log', {
      id: uuidv7(),
      customerId: saga,
      at: '2026-11-18T13:00:00.000Z',
      kind: 'visit',
      serviceId: item.id,
      practitionerId: practitioners[0]?.id ?? '',
      lines: [lineOf(item)],
      paymentMethod: 'card',
      note: '',
    });
    expect(await unusual(ida)).toEqual([]);
  });

  it('stay as they were found when the day has passed', async () => {
    const { ida, register } = await namesake();
    const { database } = await register.inside();
    register.clock.advance(86_400_000);
    await addRows(database, 2500, () => ({ at: register.clock.now() }));
    await ida.call('audit', 'review', {});
    const { rules, version } = await ida.call('audit', 'rules', {});
    await ida.call('audit', 'setRules', {
      expectedVersion: version,
      rules: { ...rules, ownFamilyName: { isOn: false } },
    });
    expect(await unusual(ida)).toEqual(['Helmi Testola 10001 own-family-name']);
  });

  it('are found in a long log too, a bit at a time, with progress', async () => {
    const { ida, register, veikko } = await namesake();
    const { database } = await register.inside();
    const day = (index: number) => new Date(Date.parse('2026-01-02T10:00:00.000Z') + index * 3_600_000);
    await addRows(database, 5000, (index) => ({
      at: day(index).toISOString(),
      action: 'customers.card',
      outcome: 'done',
      customer_id: veikko,
      actor_name: 'Pasi Testola',
    }));
    const found = await ida.call('audit', 'review', {});
    expect(found.reviewed).toBeGreaterThan(5000);
    // 5 000 hours are 209 days, and each has one question about the name; closed days and nights have their own.
    const { rows } = await database.read
      .selectFrom('audit_marks')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('rule', '=', 'own-family-name')
      .executeTakeFirstOrThrow();
    expect(rows).toBe(1 + 209);
    expect(ida.progress.filter(({ stage }) => stage === 'audit-review').length).toBeGreaterThan(2);
  });
});

describe('a mark that was looked into', () => {
  it('keeps what the manager wrote, who and when, for ever; and that is in the log', async () => {
    const { ida, register } = await namesake();
    await ida.call('audit', 'review', {});
    const [row] = await listed(ida, { unusual: true });
    const sequence = row?.sequence ?? 0;
    await ida.call('audit', 'resolve', { sequence, note: 'Asiakas oli vastaanotossa, varaus puuttui.' });
    expect(await unusual(ida)).toEqual([]);
    expect((await listed(ida, { customerId: row?.customer?.id ?? null }))[0]?.marks).toEqual([
      {
        reason: { rule: 'own-family-name' },
        resolved: {
          at: '2026-11-18T12:32:07.000Z',
          by: 'Ida Näytesalo',
          note: 'Asiakas oli vastaanotossa, varaus puuttui.',
        },
      },
    ]);
    expect((await listed(ida, { actions: 'log' })).map(({ action }) => action)).toContain('audit.resolve');
    await expect(ida.call('audit', 'resolve', { sequence, note: 'Toinen selitys' })).rejects.toMatchObject({
      fault: { kind: 'not-found' },
    });
    const { database } = await register.inside();
    await expect(
      database.write((tx) => tx.updateTable('audit_marks').set({ note: 'muu' }).execute()),
    ).rejects.toThrow('an explanation cannot be changed');
    await expect(database.write((tx) => tx.deleteFrom('audit_marks').execute())).rejects.toThrow(
      'an explanation cannot be deleted',
    );
  });
});

describe('the rules', () => {
  it('are the first ones until a manager changes them, and both are in the log', async () => {
    const { ida } = await namesake();
    const { rules, version } = await ida.call('audit', 'rules', {});
    expect({ rules, version }).toEqual({ rules: firstRules, version: 0 });
    const changed = { ...rules, manyCardsInDay: { isOn: true, cards: 40 } };
    await ida.call('audit', 'setRules', { rules: changed, expectedVersion: 0 });
    expect(await ida.call('audit', 'rules', {})).toEqual({ rules: changed, version: 1 });
    const [row] = await listed(ida, { actions: 'settings' });
    expect(row).toMatchObject({
      action: 'audit.setRules',
      details: { before: firstRules, after: changed },
    });
  });

  it('are not changed over somebody else’s change, nor to what makes no sense', async () => {
    const { ida } = await namesake();
    const rules = firstRules;
    await ida.call('audit', 'setRules', { rules, expectedVersion: 0 });
    await expect(ida.call('audit', 'setRules', { rules, expectedVersion: 0 })).rejects.toMatchObject({
      fault: { kind: 'conflict' },
    });
    const backwards = { from: '18:00', to: '08:00' };
    const wrong = {
      ...rules,
      outsideHours: { isOn: true, week: Array.from({ length: 7 }, () => backwards) },
    };
    await expect(ida.call('audit', 'setRules', { rules: wrong, expectedVersion: 1 })).rejects.toMatchObject({
      fault: { kind: 'invalid-input', fields: { 'rules.outsideHours.week.0.to': 'out-of-range' } },
    });
  });
});
