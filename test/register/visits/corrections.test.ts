import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { visitsPersonalData } from '#main/register/features/visits/personal-data.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { visitOf } from '#test/support/visits.ts';

async function withVisit() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const customerId = await registerCustomer(helmi);
  const otherId = await registerCustomer(helmi, { lastName: 'Testola', hetu: '' });
  const { items, practitioners } = await helmi.call('visits', 'priceList', {});
  const massage = items.find(({ name }) => name === 'Hieronta 60 min');
  const practitionerId = practitioners[0]?.id;
  if (!massage || !practitionerId) throw new Error('the price list of the template has changed');
  const visit = visitOf({ customerId, practitionerId }, massage, '2026-11-17T09:00:00.000Z');
  await helmi.call('visits', 'log', visit);
  const reversal = { id: uuidv7(), customerId, visitId: visit.id, reason: 'Kirjattu väärälle päivälle' };
  const move = { ...reversal, id: uuidv7(), toCustomerId: otherId, reason: 'Saman nimisen asiakkaan käynti' };
  return { register, helmi, customerId, otherId, visit, reversal, move };
}

const ofCustomer = (client: TestClient, customerId: string) =>
  client.call('visits', 'ofCustomer', { customerId, show: 'all', before: null });
const actions = async (client: TestClient, customerId: string) =>
  (await client.call('audit', 'ofCustomer', { customerId, beforeSequence: null })).events.map(
    ({ action }) => action,
  );

describe('taking an entry back', () => {
  it('writes a new one of today with the same below zero, its own receipt and the reason, and leaves the old', async () => {
    const { helmi, customerId, visit, reversal } = await withVisit();
    expect(await helmi.call('visits', 'reverse', reversal)).toEqual({
      id: reversal.id,
      totalCents: -6200,
      receiptNumber: 2,
    });
    const { visits, count, yearTotalCents } = await ofCustomer(helmi, customerId);
    expect([count, yearTotalCents]).toEqual([0, 0]);
    const [back, old] = visits;
    expect(back).toMatchObject({
      id: reversal.id,
      kind: 'visit',
      serviceName: 'Hieronta 60 min',
      totalCents: -6200,
      paymentMethod: 'card',
      receiptNumber: 2,
      reverses: { id: visit.id, at: visit.at, reason: 'Kirjattu väärälle päivälle' },
      reversedBy: null,
    });
    expect(back?.lines.map(({ quantity, unitPriceCents }) => [quantity, unitPriceCents])).toEqual([
      [-1, 6200],
    ]);
    expect(old).toMatchObject({
      id: visit.id,
      totalCents: 6200,
      receiptNumber: 1,
      reverses: null,
      reversedBy: { id: reversal.id, by: 'Helmi Testola', reason: 'Kirjattu väärälle päivälle' },
    });
  });

  it('is refused twice, and so is taking back what takes back', async () => {
    const { helmi, reversal } = await withVisit();
    await helmi.call('visits', 'reverse', reversal);
    const again = { ...reversal, id: uuidv7() };
    expect(await helmi.reply('visits', 'reverse', again)).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'visit-already-reversed' },
    });
    expect(await helmi.reply('visits', 'reverse', { ...again, visitId: reversal.id })).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'visit-is-reversal' },
    });
  });

  it('asks for the reason', async () => {
    const { helmi, reversal } = await withVisit();
    expect(await helmi.reply('visits', 'reverse', { ...reversal, reason: '  ' })).toMatchObject({
      fault: { kind: 'invalid-input', fields: { reason: 'required' } },
    });
  });

  it('is refused when the entry has become another customer’s meanwhile, and when there is none', async () => {
    const { helmi, reversal, move } = await withVisit();
    await helmi.call('visits', 'move', move);
    expect(await helmi.reply('visits', 'reverse', reversal)).toEqual({
      ok: false,
      fault: { kind: 'conflict', changed: ['customerId'] },
    });
    expect(await helmi.reply('visits', 'reverse', { ...reversal, visitId: uuidv7() })).toEqual({
      ok: false,
      fault: { kind: 'not-found' },
    });
  });

  it('of what cost nothing gets no receipt', async () => {
    const { helmi, customerId, visit } = await withVisit();
    const call = { ...visit, id: uuidv7(), kind: 'phone' as const, serviceId: null, lines: [] };
    await helmi.call('visits', 'log', call);
    const back = { id: uuidv7(), customerId, visitId: call.id, reason: 'Väärä asiakas' };
    expect(await helmi.call('visits', 'reverse', back)).toMatchObject({ totalCents: 0, receiptNumber: null });
  });
});

describe('moving an entry', () => {
  it('gives it to the right customer with its receipt, and both histories tell it', async () => {
    const { helmi, customerId, otherId, visit, move } = await withVisit();
    await helmi.call('visits', 'move', move);
    const left = await ofCustomer(helmi, customerId);
    expect(left.visits).toEqual([]);
    expect(left.movedAway).toMatchObject([
      {
        visitId: visit.id,
        at: visit.at,
        toCustomerId: otherId,
        toNumber: 10_002,
        movedBy: 'Helmi Testola',
        reason: 'Saman nimisen asiakkaan käynti',
      },
    ]);
    const { visits } = await ofCustomer(helmi, otherId);
    expect(visits).toMatchObject([
      {
        id: visit.id,
        receiptNumber: 1,
        totalCents: 6200,
        movedHere: { by: 'Helmi Testola', fromNumber: 10_001 },
      },
    ]);
  });

  it('is on record in the logs of both customers', async () => {
    const { helmi, customerId, otherId, move } = await withVisit();
    await helmi.call('visits', 'move', move);
    expect(await actions(helmi, customerId)).toContain('visits.move');
    expect(await actions(helmi, otherId)).toContain('visits.move');
  });

  it('is refused to the same customer, to nobody, and of what was taken back', async () => {
    const { helmi, customerId, reversal, move } = await withVisit();
    expect(await helmi.reply('visits', 'move', { ...move, toCustomerId: customerId })).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'same-customer' },
    });
    expect(await helmi.reply('visits', 'move', { ...move, toCustomerId: uuidv7() })).toMatchObject({
      fault: { kind: 'not-found' },
    });
    await helmi.call('visits', 'reverse', reversal);
    expect(await helmi.reply('visits', 'move', move)).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'visit-already-reversed' },
    });
    expect(await helmi.reply('visits', 'move', { ...move, visitId: reversal.id })).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'visit-is-reversal' },
    });
  });
});

describe('an entry that somebody else wrote down', () => {
  const nextDay = 24 * 3_600_000;
  const tooLate = {
    fault: {
      kind: 'rule-broken',
      rule: 'correction-by-manager',
      facts: { recordedBy: 'Ida Näytesalo', date: '2026-11-18' },
    },
  };

  async function ofIda() {
    const world = await withVisit();
    const ida = await world.register.as('manager');
    const visit = { ...world.visit, id: uuidv7(), lines: [], serviceId: null, kind: 'phone' as const };
    await ida.call('visits', 'log', visit);
    const about = { visitId: visit.id };
    return { ...world, ida, reversal: { ...world.reversal, ...about }, move: { ...world.move, ...about } };
  }

  it.each(['reverse', 'move'] as const)('is open to the desk’s %s on the same day', async (name) => {
    const { helmi, reversal, move } = await ofIda();
    expect(await helmi.reply('visits', name, name === 'move' ? move : reversal)).toMatchObject({ ok: true });
  });

  it.each(['reverse', 'move'] as const)(
    'is closed to reception’s %s on the next, not to a manager’s',
    async (name) => {
      const { register, helmi, ida, customerId, reversal, move } = await ofIda();
      register.clock.advance(nextDay);
      const input = name === 'move' ? move : reversal;
      expect(await helmi.reply('visits', name, input)).toMatchObject(tooLate);
      expect((await ofCustomer(helmi, customerId)).visits).toHaveLength(2);
      expect(await ida.reply('visits', name, input)).toMatchObject({ ok: true });
    },
  );

  it('is told from one’s own, which is open at any time', async () => {
    const { register, helmi, reversal } = await withVisit();
    register.clock.advance(400 * nextDay);
    expect(await helmi.reply('visits', 'reverse', reversal)).toMatchObject({ ok: true });
  });
});

describe('feedback', () => {
  it('of a visit stands beside it, and moves with it', async () => {
    const { helmi, customerId, otherId, visit, move } = await withVisit();
    const of = { customerId, visitId: visit.id };
    await helmi.call('visits', 'giveFeedback', { id: uuidv7(), of, rating: 5, words: 'Selkä on kuin uusi.' });
    const said = [{ rating: 5, words: 'Selkä on kuin uusi.', recordedBy: 'Helmi Testola' }];
    expect((await ofCustomer(helmi, customerId)).visits[0]?.feedback).toMatchObject(said);
    await helmi.call('visits', 'move', move);
    expect((await ofCustomer(helmi, otherId)).visits[0]?.feedback).toMatchObject(said);
  });

  it('of all the customer’s visits stands together, newest first, with what it is of', async () => {
    const { register, helmi, customerId, otherId, visit, move } = await withVisit();
    const later = { ...visit, id: uuidv7(), lines: [], serviceId: null, kind: 'phone' as const };
    await helmi.call('visits', 'log', later);
    const give = (visitId: string, rating: number, words: string) => {
      register.clock.advance(60_000);
      const of = { customerId, visitId };
      return helmi.call('visits', 'giveFeedback', { id: uuidv7(), of, rating, words });
    };
    await give(later.id, 3, 'Jonotin pitkään.');
    await give(visit.id, 5, '');
    await helmi.call('visits', 'giveFeedback', { id: uuidv7(), of: null, rating: 1, words: 'Nimetön.' });
    const { feedback } = await ofCustomer(helmi, customerId);
    expect(feedback).toMatchObject([
      { rating: 5, words: null, visit: { id: visit.id, at: visit.at, serviceName: 'Hieronta 60 min' } },
      { rating: 3, words: 'Jonotin pitkään.', visit: { id: later.id, kind: 'phone', serviceName: null } },
    ]);
    await helmi.call('visits', 'move', move);
    expect((await ofCustomer(helmi, customerId)).feedback.map(({ rating }) => rating)).toEqual([3]);
    expect((await ofCustomer(helmi, otherId)).feedback.map(({ rating }) => rating)).toEqual([5]);
  });

  it('of a visit that is taken back later stays beside that entry and in the report, and is no more of the customer’s', async () => {
    const { register, helmi, customerId, visit, reversal } = await withVisit();
    const of = { customerId, visitId: visit.id };
    await helmi.call('visits', 'giveFeedback', { id: uuidv7(), of, rating: 1, words: 'En käynyt siellä.' });
    await helmi.call('visits', 'reverse', reversal);
    const { visits, feedback } = await ofCustomer(helmi, customerId);
    const said = [{ rating: 1, words: 'En käynyt siellä.' }];
    expect(feedback).toEqual([]);
    expect(visits.find(({ id }) => id === visit.id)?.feedback).toMatchObject(said);
    const { database } = await register.inside();
    const report = await visitsPersonalData.collect(database.read, customerId);
    expect(report.entries.find(({ id }) => id === visit.id)?.feedback).toMatchObject(said);
  });

  it('is refused of a visit that was taken back, and of what takes it back', async () => {
    const { helmi, customerId, visit, reversal } = await withVisit();
    await helmi.call('visits', 'reverse', reversal);
    for (const [visitId, rule] of [
      [visit.id, 'visit-already-reversed'],
      [reversal.id, 'visit-is-reversal'],
    ] as const) {
      const given = { id: uuidv7(), of: { customerId, visitId }, rating: 5, words: '' };
      expect(await helmi.reply('visits', 'giveFeedback', given)).toMatchObject({
        fault: { kind: 'rule-broken', rule },
      });
    }
  });

  it('without a name is nobody’s, and is shown on its day only', async () => {
    const { helmi, customerId } = await withVisit();
    await helmi.call('visits', 'giveFeedback', { id: uuidv7(), of: null, rating: 2, words: '' });
    expect(await ofCustomer(helmi, customerId)).toMatchObject({ feedback: [], visits: [{ feedback: [] }] });
    const day = (date: string) => helmi.call('visits', 'ofDay', { date, practitionerId: null, kind: null });
    expect((await day('2026-11-18')).anonymousFeedback).toMatchObject([{ rating: 2, words: null }]);
    expect((await day('2026-11-17')).anonymousFeedback).toEqual([]);
  });

  it.each([0, 6, 2.5])('is not rated %s', async (rating) => {
    const { helmi } = await withVisit();
    expect(
      await helmi.reply('visits', 'giveFeedback', { id: uuidv7(), of: null, rating, words: '' }),
    ).toMatchObject({ fault: { kind: 'invalid-input', fields: { rating: 'not-a-choice' } } });
  });

  it('is refused of a visit that is not the customer’s', async () => {
    const { helmi, otherId, visit } = await withVisit();
    const of = { customerId: otherId, visitId: visit.id };
    expect(
      await helmi.reply('visits', 'giveFeedback', { id: uuidv7(), of, rating: 3, words: '' }),
    ).toMatchObject({ fault: { kind: 'conflict' } });
  });
});

describe('an entry of a customer whose processing is restricted', () => {
  it.each([
    ['taken back', 'from', 'reverse'],
    ['moved away', 'from', 'move'],
    ['moved there', 'to', 'move'],
  ] as const)('is %s only for a request that is named', async (_what, side, name) => {
    const { register, helmi, customerId, otherId, reversal, move } = await withVisit();
    const ida = await register.as('manager');
    const restricted = side === 'from' ? customerId : otherId;
    await ida.call('customers', 'restrict', { customerId: restricted, ground: 'Osoite selvitettävänä' });
    const input = name === 'move' ? move : reversal;
    expect(await helmi.reply('visits', name, input)).toMatchObject({
      fault: { kind: 'rule-broken', rule: 'processing-restricted' },
    });
    expect(await helmi.reply('visits', name, input, uuidv7(), 'Pyyntö 2026-031')).toMatchObject({ ok: true });
  });
});
