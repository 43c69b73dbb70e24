import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { lineOf, visitOf } from '#test/support/visits.ts';

async function atTheDesk() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const customerId = await registerCustomer(helmi);
  const listOn = (date: string) => helmi.call('visits', 'priceList', { date });
  const { practitioners } = await helmi.call('visits', 'priceList', {});
  const who = { customerId, practitionerId: practitioners[0]?.id ?? '' };
  return { register, helmi, who, listOn };
}

async function item(desk: Awaited<ReturnType<typeof atTheDesk>>, name: string) {
  const { items } = await desk.helmi.call('visits', 'priceList', {});
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the price list of the template`);
  return found;
}

describe('the price list of a date', () => {
  it('has the rates of that day: the general one rose in September 2024', async () => {
    const desk = await atTheDesk();
    const rateOf = async (date: string, name: string) =>
      (await desk.listOn(date)).items.find((one) => one.name === name)?.vatRate;
    expect(await rateOf('2024-08-31', 'Kylmägeeli 150 ml')).toBe(2400);
    expect(await rateOf('2024-09-01', 'Kylmägeeli 150 ml')).toBe(2550);
    expect(await rateOf('2024-08-31', 'Hieronta 60 min')).toBe(0);
  });

  it('is empty before the oldest day that a price is known for', async () => {
    const desk = await atTheDesk();
    expect((await desk.listOn('2012-12-31')).items).toEqual([]);
    expect((await desk.listOn('2013-01-01')).items).toHaveLength(11);
  });

  it('is today’s when no date is given', async () => {
    const desk = await atTheDesk();
    expect(await desk.helmi.call('visits', 'priceList', {})).toEqual(await desk.listOn('2026-11-18'));
  });

  it('puts what was sold most in the last 90 days first, then keeps the manager’s order', async () => {
    const desk = await atTheDesk();
    const before = (await desk.listOn('2026-11-18')).items.map(({ name }) => name);
    const [massage, foot] = [await item(desk, 'Hieronta 60 min'), await item(desk, 'Jalkahoito 60 min')];
    const log = (service: typeof massage, at: string) =>
      desk.helmi.call('visits', 'log', visitOf(desk.who, service, at));
    await log(massage, '2026-11-17T09:00:00.000Z');
    await log(massage, '2026-11-18T09:00:00.000Z');
    await log(foot, '2026-11-18T10:00:00.000Z');
    // Three months ago: counts no more.
    for (const hour of ['08', '09', '10']) {
      await log(await item(desk, 'Etäkäynti 20 min'), `2026-08-10T${hour}:00:00.000Z`);
    }
    const after = (await desk.listOn('2026-11-18')).items.map(({ name }) => name);
    const first = ['Hieronta 60 min', 'Jalkahoito 60 min'];
    expect(after).toEqual([...first, ...before.filter((name) => !first.includes(name))]);
  });
});

describe('logging what the price list of the day does not have', () => {
  it('refuses a rate that did not hold on the date, and says which', async () => {
    const desk = await atTheDesk();
    const massage = await item(desk, 'Hieronta 60 min');
    const gel = await item(desk, 'Kylmägeeli 150 ml');
    const at = '2024-08-31T09:00:00.000Z';
    const visit = visitOf(desk.who, massage, at);
    const wrong = { ...visit, lines: [...visit.lines, lineOf(gel)] };
    expect(await desk.helmi.reply('visits', 'log', wrong)).toEqual({
      ok: false,
      fault: {
        kind: 'rule-broken',
        rule: 'vat-rate-not-in-force',
        facts: { name: 'Kylmägeeli 150 ml', date: '2024-08-31', rate: 2550 },
      },
    });
    const right = { ...visit, lines: [...visit.lines, { ...lineOf(gel), vatRate: 2400 }] };
    expect(await desk.helmi.reply('visits', 'log', right)).toMatchObject({ ok: true });
  });

  it('takes a line of the desk’s own words with any rate of the day, and no other', async () => {
    const desk = await atTheDesk();
    const massage = await item(desk, 'Hieronta 60 min');
    const log = (vatRate: number) => {
      const visit = visitOf(desk.who, massage);
      const own = { ...lineOf(massage), itemId: null, name: 'Kahvi', unitPriceCents: 250, vatRate };
      return desk.helmi.reply('visits', 'log', { ...visit, lines: [...visit.lines, own] });
    };
    expect(await log(1350)).toMatchObject({ ok: true });
    expect(await log(1400)).toMatchObject({ fault: { rule: 'vat-rate-not-in-force' } });
  });

  it('keeps the price as the desk sold it, whatever the list says', async () => {
    const desk = await atTheDesk();
    const massage = await item(desk, 'Hieronta 60 min');
    const cheaper = { ...massage, unitPriceCents: 5000 };
    const logged = await desk.helmi.call('visits', 'log', visitOf(desk.who, cheaper));
    expect(logged.totalCents).toBe(5000);
  });

  it('refuses a service or a practitioner before the first day that is known of them', async () => {
    const desk = await atTheDesk();
    const massage = await item(desk, 'Hieronta 60 min');
    const visit = visitOf(desk.who, massage, '2012-12-31T09:00:00.000Z');
    expect(await desk.helmi.reply('visits', 'log', visit)).toMatchObject({
      fault: { rule: 'item-not-in-use', facts: { name: 'Hieronta 60 min', date: '2012-12-31' } },
    });
    const unknown = { ...visitOf(desk.who, massage), practitionerId: uuidv7() };
    expect(await desk.helmi.reply('visits', 'log', unknown)).toMatchObject({ fault: { kind: 'not-found' } });
  });
});
