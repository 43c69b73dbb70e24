import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { feedbackIn, ratingsIn } from '#main/register/features/visits/feedback-overview-store.ts';
import { averageOf, countOf, ratings } from '#shared/features/visits/rating.ts';
import { addDays, dateAt } from '#shared/values/dates.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { watchedQueries } from '#test/support/query-plans.ts';
import { testRegister } from '#test/support/register.ts';
import { visitOf } from '#test/support/visits.ts';

const everything = { from: null, to: null, onlyWords: false, before: null };
const dayMs = 24 * 3_600_000;

async function clinic() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const ida = await register.as('manager');
  await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Åsa Koepelto' });
  const aino = await registerCustomer(helmi);
  const { items, practitioners } = await helmi.call('visits', 'priceList', {});
  const [service] = items;
  const asa = practitioners.find(({ name }) => name === 'Åsa Koepelto');
  const marja = practitioners.find(({ name }) => name === 'Marja Esimäki');
  if (!service || !asa || !marja) throw new Error('the price list of the template has changed');
  const log = async (practitionerId: string, customerId = aino) => {
    const visit = visitOf({ customerId, practitionerId }, service);
    await helmi.call('visits', 'log', visit);
    return { customerId, visitId: visit.id };
  };
  const give = async (of: { customerId: string; visitId: string } | null, rating: number, words = '') => {
    const id = uuidv7();
    await helmi.call('visits', 'giveFeedback', { id, of, rating, words });
    return id;
  };
  return { register, helmi, ida, aino, asa: asa.id, marja: marja.id, service, log, give };
}

/** Every page from the newest on. */
async function pagesOf(client: TestClient, asked: object) {
  const pages = [await client.call('visits', 'feedbackOverview', { ...everything, ...asked })];
  for (let last = pages[0]; last?.more; last = pages.at(-1)) {
    const end = last.feedback.at(-1);
    if (!end) throw new Error('an empty page cannot be followed by another');
    const before = { receivedAt: end.receivedAt, id: end.id };
    pages.push(await client.call('visits', 'feedbackOverview', { ...everything, ...asked, before }));
  }
  return pages;
}

describe('the manager’s view of feedback', () => {
  it('tells the words newest first, of whom, of what and by whom it was, and nothing of who gave none of these', async () => {
    const { register, helmi, ida, aino, asa, service, log, give } = await clinic();
    await give(await log(asa), 5, 'Selkä on kuin uusi.');
    register.clock.advance(60_000);
    await give(null, 2, 'Odotushuoneessa veti.');
    const { feedback, more } = await ida.call('visits', 'feedbackOverview', everything);
    expect(more).toBe(false);
    expect(feedback).toEqual([
      {
        id: expect.any(String),
        rating: 2,
        words: 'Odotushuoneessa veti.',
        receivedAt: '2026-11-18T12:33:07.000Z',
        of: null,
      },
      {
        id: expect.any(String),
        rating: 5,
        words: 'Selkä on kuin uusi.',
        receivedAt: '2026-11-18T12:32:07.000Z',
        of: {
          kind: 'visit',
          serviceName: service.name,
          practitionerName: 'Åsa Koepelto',
          customer: { id: aino, number: 10_001, lastName: 'Mallikas', firstNames: 'Aino Helena' },
        },
      },
    ]);
    expect(await helmi.reply('visits', 'feedbackOverview', everything)).toMatchObject({
      ok: false,
      fault: { kind: 'forbidden' },
    });
  });

  it('counts by practitioner as now named, in the order of names, and apart what no practitioner or no name stands beside', async () => {
    const { ida, helmi, aino, asa, marja, service, log, give } = await clinic();
    for (const rating of [5, 4, 4]) await give(await log(asa), rating);
    await give(await log(marja), 1);
    const call = visitOf({ customerId: aino, practitionerId: marja }, service);
    const phone = { ...call, kind: 'phone' as const, serviceId: null, practitionerId: null, lines: [] };
    await helmi.call('visits', 'log', phone);
    await give({ customerId: aino, visitId: phone.id }, 3);
    await give(null, 2);
    const { practitioners } = await ida.call('visits', 'wholePriceList', {});
    const expectedVersion = practitioners.find(({ id }) => id === asa)?.version ?? 0;
    const renamed = { id: asa, name: 'Åsa Näytesalo', expectedVersion };
    await ida.call('visits', 'renamePractitioner', renamed);
    const { sums } = await ida.call('visits', 'feedbackOverview', everything);
    expect(sums).toEqual({
      all: [1, 1, 1, 2, 1],
      practitioners: [
        { id: marja, name: 'Marja Esimäki', counts: [1, 0, 0, 0, 0] },
        { id: asa, name: 'Åsa Näytesalo', counts: [0, 0, 0, 2, 1] },
        { id: null, name: null, counts: [0, 0, 1, 0, 0] },
      ],
      anonymous: [0, 1, 0, 0, 0],
    });
  });

  it('follows a visit to the customer to whom it is moved, and keeps contact details out of the list', async () => {
    const { ida, asa, helmi, log, give } = await clinic();
    const malla = await registerCustomer(helmi, { lastName: 'Testola', contactProtected: true });
    const of = await log(asa);
    await give(of, 4, 'Hyvä.');
    const move = { ...of, id: uuidv7(), toCustomerId: malla };
    await helmi.call('visits', 'move', { ...move, reason: 'Väärä asiakas' });
    const { feedback } = await ida.call('visits', 'feedbackOverview', everything);
    expect(feedback[0]?.of?.customer).toEqual({
      id: malla,
      number: 10_002,
      lastName: 'Testola',
      firstNames: 'Aino Helena',
    });
  });

  it('leaves out what was said of a visit that was taken back, from the words, every sum and every page', async () => {
    const { register, helmi, ida, asa, marja, log, give } = await clinic();
    const mistaken = await log(asa);
    await give(await log(asa), 4, 'Hyvä.');
    await give(mistaken, 1, 'Väärä hinta.');
    await give(await log(marja), 5);
    const reason = 'Kirjattu väärälle päivälle';
    await helmi.call('visits', 'reverse', { id: uuidv7(), ...mistaken, reason });
    const { feedback, sums } = await ida.call('visits', 'feedbackOverview', everything);
    expect(feedback.map(({ rating }) => rating).toSorted()).toEqual([4, 5]);
    expect(sums).toEqual({
      all: [0, 0, 0, 1, 1],
      practitioners: [
        { id: marja, name: 'Marja Esimäki', counts: [0, 0, 0, 0, 1] },
        { id: asa, name: 'Åsa Koepelto', counts: [0, 0, 0, 1, 0] },
      ],
      anonymous: [0, 0, 0, 0, 0],
    });
    const { database } = await register.inside();
    const kept = await database.read.selectFrom('visit_feedback').select('rating').execute();
    expect(kept).toHaveLength(3);
  });

  it('leaves ratings without words out of the list when asked, and never out of the sums', async () => {
    const { ida, give } = await clinic();
    await give(null, 5);
    const said = await give(null, 3, 'Ihan hyvä.');
    const { feedback, sums } = await ida.call('visits', 'feedbackOverview', {
      ...everything,
      onlyWords: true,
    });
    expect(feedback.map(({ id }) => id)).toEqual([said]);
    expect(sums?.all).toEqual([0, 0, 1, 0, 1]);
  });

  it('is logged as one look with how much was shown', async () => {
    const { register, ida, give } = await clinic();
    await give(null, 5, 'Kiitos.');
    await ida.call('visits', 'feedbackOverview', everything);
    register.clock.advance(2000);
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
      .select(['actor_name', 'outcome', 'body'])
      .where('action', '=', 'visits.feedbackOverview')
      .orderBy('sequence')
      .execute();
    expect(
      rows.map(({ actor_name, outcome, body }) => [actor_name, outcome, body && JSON.parse(body)]),
    ).toEqual([
      ['Ida Näytesalo', 'started', null],
      ['Ida Näytesalo', 'done', { searches: 1, shown: 1 }],
    ]);
  });
});

it('any period has exactly the ratings of its Finnish days, in its sums and on its pages', async () => {
  const { register, ida, asa, marja, log, give } = await clinic();
  const visits = [await log(asa), await log(marja), null];
  const said = fc.record({
    of: fc.constantFrom(0, 1, 2),
    rating: fc.constantFrom(...ratings),
    words: fc.constantFrom('', 'Kiitos.'),
    // often many in one moment, so that a page ends in the middle of them
    later: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * dayMs })),
  });
  const [all = []] = fc.sample(fc.array(said, { minLength: 130, maxLength: 130 }), 1);
  const given: { id: string; date: string; rating: number; words: string; of: number }[] = [];
  for (const { of, rating, words, later } of all) {
    register.clock.advance(later);
    const id = await give(visits[of] ?? null, rating, words);
    given.push({ id, date: dateAt(register.clock.now()), rating, words, of });
  }
  const lastDay = given.at(-1)?.date ?? '';
  const day = fc.option(fc.integer({ min: -2, max: 140 }).map((days) => addDays(lastDay, days - 138)));
  await fc.assert(
    fc.asyncProperty(day, day, fc.boolean(), async (from, to, onlyWords) => {
      const within = given.filter(({ date }) => (from ?? date) <= date && date <= (to ?? date));
      const pages = await pagesOf(ida, { from, to, onlyWords });
      const shown = pages.flatMap(({ feedback }) => feedback.map(({ id }) => id));
      const expected = within.filter(({ words }) => !onlyWords || words !== '').map(({ id }) => id);
      expect(new Set(shown)).toEqual(new Set(expected));
      expect(shown).toHaveLength(expected.length);
      expect(pages.slice(0, -1).every(({ feedback }) => feedback.length === 50)).toBe(true);
      const moments = pages.flatMap(({ feedback }) => feedback.map(({ receivedAt }) => receivedAt));
      expect(moments).toEqual(moments.toSorted().reverse());
      const [first, ...others] = pages.map(({ sums }) => sums);
      expect(others.every((sums) => sums === null)).toBe(true);
      if (!first) throw new Error('the first page has sums');
      expect(countOf(first.all)).toBe(within.length);
      const mean = within.reduce((sum, { rating }) => sum + rating, 0) / within.length;
      expect(averageOf(first.all)).toEqual(within.length === 0 ? null : expect.closeTo(mean, 9));
      const of = (index: number) => within.filter((one) => one.of === index).length;
      expect(countOf(first.anonymous)).toBe(of(2));
      expect(first.practitioners.map(({ id, counts }) => [id, countOf(counts)])).toEqual(
        [
          [marja, of(1)],
          [asa, of(0)],
        ].filter(([, count]) => count !== 0),
      );
    }),
    { numRuns: 40 },
  );
});

it('no query of the overview reads a whole table or sorts its pages', async () => {
  const { db, plans } = await watchedQueries();
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const before = { receivedAt: '2026-11-18T12:32:07.000Z', id: uuidv7() };
  await feedbackIn(db, period, { onlyWords: false, before: null, limit: 51 });
  await feedbackIn(db, period, { onlyWords: true, before, limit: 51 });
  await ratingsIn(db, period);
  const details = (await plans()).map(({ detail }) => detail);
  expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  expect(details.filter((detail) => detail.includes('visit_feedback_by_time'))).toHaveLength(3);
  expect(details.filter((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
});
