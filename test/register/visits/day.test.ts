import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { practitionersOn, totalsOfDay, visitsOfDay } from '#main/register/features/visits/day-store.ts';
import { anonymousFeedback } from '#main/register/features/visits/feedback-store.ts';
import { visitViews } from '#main/register/features/visits/views-store.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { watchedQueries } from '#test/support/query-plans.ts';
import { testRegister } from '#test/support/register.ts';
import { lineOf, visitOf } from '#test/support/visits.ts';

const everyone = { practitionerId: null, kind: null };

async function clinic() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const ida = await register.as('manager');
  await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
  const aino = await registerCustomer(helmi);
  const malla = await registerCustomer(helmi, { lastName: 'Testola', firstNames: 'Malla Inkeri' });
  const { items, practitioners } = await helmi.call('visits', 'priceList', {});
  const [service] = items;
  const product = items.find(({ kind }) => kind === 'product');
  const [lotta, marja] = practitioners;
  if (!service || !product || !lotta || !marja) throw new Error('the price list of the template has changed');
  return { register, helmi, aino, malla, service, product, lotta: lotta.id, marja: marja.id };
}

describe('a day', () => {
  it('shows what happened in Finland between its midnights, in the order of time, and to whom', async () => {
    const { helmi, aino, malla, service, marja } = await clinic();
    for (const [customerId, at] of [
      [aino, '2026-11-17T21:59:59.000Z'],
      [malla, '2026-11-18T10:00:00.000Z'],
      [aino, '2026-11-16T21:59:59.000Z'],
      [aino, '2026-11-16T22:00:00.000Z'],
    ] as const) {
      await helmi.call('visits', 'log', visitOf({ customerId, practitionerId: marja }, service, at));
    }
    const { visits, more } = await helmi.call('visits', 'ofDay', { date: '2026-11-17', ...everyone });
    expect(more).toBe(false);
    expect(visits.map(({ at, customer }) => [at, customer.number, customer.lastName])).toEqual([
      ['2026-11-16T22:00:00.000Z', 10_001, 'Mallikas'],
      ['2026-11-17T21:59:59.000Z', 10_001, 'Mallikas'],
    ]);
    const next = await helmi.call('visits', 'ofDay', { date: '2026-11-18', ...everyone });
    expect(next.visits[0]?.customer).toMatchObject({ lastName: 'Testola', firstNames: 'Malla Inkeri' });
  });

  it('is narrowed by practitioner and kind, and so are its sums', async () => {
    const { helmi, aino, service, lotta, marja } = await clinic();
    const at = '2026-11-18T08:00:00.000Z';
    await helmi.call('visits', 'log', visitOf({ customerId: aino, practitionerId: marja }, service, at));
    await helmi.call('visits', 'log', visitOf({ customerId: aino, practitionerId: lotta }, service, at));
    const call = visitOf({ customerId: aino, practitionerId: marja }, service, at);
    await helmi.call('visits', 'log', { ...call, kind: 'phone', serviceId: null, lines: [] });
    const day = async (filter: object) => {
      const input = { date: '2026-11-18', ...everyone, ...filter };
      const { visits, totals } = await helmi.call('visits', 'ofDay', input);
      return [visits.length, totals];
    };
    const one = [{ paymentMethod: 'card', cents: service.unitPriceCents }];
    expect(await day({})).toEqual([3, [{ paymentMethod: 'card', cents: 2 * service.unitPriceCents }]]);
    expect(await day({ practitionerId: lotta })).toEqual([1, one]);
    expect(await day({ practitionerId: marja })).toEqual([2, one]);
    expect(await day({ kind: 'phone' })).toEqual([1, []]);
  });

  it('can be narrowed by who served customers then, and by a former one who has an entry on it', async () => {
    const { register, helmi, aino, service, lotta, marja } = await clinic();
    const ida = await register.as('manager');
    const at = '2026-11-17T22:30:00.000Z';
    await helmi.call('visits', 'log', visitOf({ customerId: aino, practitionerId: lotta }, service, at));
    const { practitioners } = await ida.call('visits', 'wholePriceList', {});
    const versionOf = (id: string) => practitioners.find((one) => one.id === id)?.version ?? 0;
    const retire = (id: string, activeUntil: string) =>
      ida.call('visits', 'setPractitionerTimes', {
        ...{ id, expectedVersion: versionOf(id) },
        ...{ activeFrom: null, activeUntil },
      });
    await retire(lotta, '2026-11-10');
    await retire(marja, '2026-11-12');
    const of = async (date: string) =>
      (await helmi.call('visits', 'practitionersOfDay', { date })).map(({ id }) => id);
    expect(await of('2026-11-10')).toEqual(expect.arrayContaining([lotta, marja]));
    expect(await of('2026-11-11')).toEqual(expect.arrayContaining([marja]));
    expect(await of('2026-11-11')).not.toContain(lotta);
    // 22.30 UTC is half past midnight of the next day in Finland
    expect(await of('2026-11-17')).not.toContain(lotta);
    expect(await of('2026-11-18')).toContain(lotta);
    expect(await of('2026-11-18')).not.toContain(marja);
  });

  it('names practitioners in the order of the Finnish alphabet', async () => {
    const { register, helmi } = await clinic();
    const ida = await register.as('manager');
    for (const name of ['Östen Koe', 'Ämmi Koe', 'Åke Koe', 'van der Koe Zoe']) {
      await ida.call('visits', 'addPractitioner', { id: uuidv7(), name });
    }
    const names = (await helmi.call('visits', 'practitionersOfDay', { date: '2026-11-18' })).map(
      (one) => one.name,
    );
    expect(names.slice(-4)).toEqual(['van der Koe Zoe', 'Åke Koe', 'Ämmi Koe', 'Östen Koe']);
  });

  it('sums each payment method, with what was taken back that day counted off', async () => {
    const { helmi, aino, service, product, marja } = await clinic();
    const log = async (change: object) => {
      const visit = { ...visitOf({ customerId: aino, practitionerId: marja }, service), ...change };
      await helmi.call('visits', 'log', visit);
      return visit.id;
    };
    await log({});
    await log({ paymentMethod: 'cash', lines: [lineOf(service), lineOf(product)] });
    const wrong = await log({ paymentMethod: 'cash' });
    const old = await log({ paymentMethod: 'invoice', at: '2026-11-17T09:00:00.000Z' });
    for (const visitId of [wrong, old]) {
      const reversal = { id: uuidv7(), customerId: aino, visitId, reason: 'Väärä maksutapa' };
      await helmi.call('visits', 'reverse', reversal);
    }
    const { totals, visits } = await helmi.call('visits', 'ofDay', { date: '2026-11-18', ...everyone });
    expect(visits).toHaveLength(5);
    expect(new Map(totals.map(({ paymentMethod, cents }) => [paymentMethod, cents]))).toEqual(
      new Map([
        ['card', service.unitPriceCents],
        ['cash', service.unitPriceCents + product.unitPriceCents],
        ['invoice', -service.unitPriceCents],
      ]),
    );
  });

  it('leaves the log a burst with how many entries were shown', async () => {
    const { register, helmi, aino, service, marja } = await clinic();
    await helmi.call('visits', 'log', visitOf({ customerId: aino, practitionerId: marja }, service));
    await helmi.call('visits', 'ofDay', { date: '2026-11-18', ...everyone });
    await helmi.call('visits', 'ofDay', { date: '2026-11-17', ...everyone });
    register.clock.advance(2000);
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
      .select(['outcome', 'body'])
      .where('action', '=', 'visits.ofDay')
      .orderBy('sequence')
      .execute();
    expect(rows.map(({ outcome, body }) => [outcome, body && JSON.parse(body)])).toEqual([
      ['started', null],
      ['done', { searches: 2, shown: 1 }],
    ]);
  });
});

it('no query of a day reads a whole table or sorts its visits', async () => {
  const { db, plans } = await watchedQueries();
  const id = '01890a5d-ac96-774b-bcce-b302099a8001';
  for (const filter of [everyone, { practitionerId: id, kind: 'phone' as const }]) {
    await visitsOfDay(db, { date: '2026-11-18', ...filter }, 501);
    await totalsOfDay(db, { date: '2026-11-18', ...filter });
  }
  await practitionersOn(db, '2026-11-18');
  await anonymousFeedback(db, '2026-11-17T22:00:00.000Z', '2026-11-18T22:00:00.000Z');
  await visitViews(db, [
    {
      ...{
        id,
        customer_id: id,
        at: '',
        kind: 'visit',
        service_id: id,
        service_name: '',
        practitioner_id: id,
      },
      ...{
        practitioner_name: '',
        total_cents: 0,
        payment_method: 'none',
        receipt_number: null,
        reverses: id,
      },
      ...{ reason: '', note: null, source: 'staff', recorded_at: '', recorded_by: '', recorded_by_name: '' },
    },
  ]);
  const details = (await plans()).map(({ detail }) => detail);
  expect(details.filter((detail) => /^SCAN (?!json_each|value)/.test(detail))).toEqual([]);
  expect(details.filter((detail) => detail.includes('visits_by_time'))).toHaveLength(5);
  expect(details.filter((detail) => detail.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
});
