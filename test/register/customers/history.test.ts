import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { findChanges } from '#main/register/features/customers/changes.ts';
import { customersPersonalData } from '#main/register/features/customers/personal-data.ts';
import { findRecordChanges } from '#main/register/features/customers/record-changes.ts';
import type { CustomerChange, HistoryPlace } from '#shared/features/customers/contract.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, registerCustomer } from '#test/support/customers.ts';
import { watchedQueries } from '#test/support/query-plans.ts';
import { testRegister } from '#test/support/register.ts';

/** Two fields at once so many times, and a note after each but every third; some at one moment. */
async function withHistory(edits: number) {
  const register = await testRegister();
  const desk = await register.as('reception');
  const customerId = await registerCustomer(desk);
  for (let n = 1; n <= edits; n += 1) {
    register.clock.advance(n % 4 === 0 ? 0 : 60_000);
    const form = { ...ainoMallikas, street: `Koekuja ${n}`, city: `Kaupunki ${n}` };
    await desk.call('customers', 'edit', { customerId, expectedVersion: n, form });
    const record = { kind: 'note', text: `Muistiinpano ${n}` } as const;
    const note = { id: uuidv7(), customerId, record, source: 'customer' } as const;
    if (n % 3 !== 0) await desk.call('customers', 'addRecord', note);
  }
  return { register, desk, customerId };
}

async function pagesOf(desk: TestClient, customerId: string): Promise<CustomerChange[][]> {
  const pages: CustomerChange[][] = [];
  let before: HistoryPlace | null = null;
  for (let isMore = true; isMore; ) {
    const page: { changes: CustomerChange[]; more: boolean; end: HistoryPlace } = await desk.call(
      'customers',
      'history',
      { customerId, before },
    );
    pages.push(page.changes);
    before = page.end;
    isMore = page.more;
  }
  return pages;
}

it('a long history comes in pages of fifty, newest first, with every change of fields and records once', async () => {
  const { register, desk, customerId } = await withHistory(45);
  const pages = await pagesOf(desk, customerId);
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  const shown = pages.flat();
  expect(new Set(shown.map(({ id }) => id)).size).toBe(120);
  const moments = shown.map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted().reverse());
  const { database } = await register.inside();
  const report = await customersPersonalData.collect(database.read, customerId);
  const fields = shown.filter(({ newRecord }) => newRecord === null);
  expect(fields.map(({ newValue }) => newValue)).toEqual(report.changes.map(({ newValue }) => newValue));
  const notes = shown.flatMap(({ newRecord }) => (newRecord?.kind === 'note' ? newRecord.text : []));
  const numbers = Array.from({ length: 45 }, (_, n) => 45 - n).filter((n) => n % 3 !== 0);
  expect(notes).toEqual(numbers.map((n) => `Muistiinpano ${n}`));
});

it('no change is lost or doubled between two pages when the clock was set back meanwhile', async () => {
  const { register, desk, customerId } = await withHistory(20);
  register.clock.advance(-86_400_000);
  for (let n = 21; n <= 45; n += 1) {
    const form = { ...ainoMallikas, street: `Koekuja ${n}` };
    await desk.call('customers', 'edit', { customerId, expectedVersion: n, form });
  }
  const shown = (await pagesOf(desk, customerId)).flat();
  expect(shown).toHaveLength(20 * 2 + 14 + 26);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
});

it('a page does not begin at a change of somebody else', async () => {
  const { desk, customerId } = await withHistory(1);
  const other = await registerCustomer(desk, { lastName: 'Testola', hetu: '' });
  const { end } = await desk.call('customers', 'history', { customerId, before: null });
  const before = { field: end.field, record: null };
  expect(await desk.reply('customers', 'history', { customerId: other, before })).toEqual({
    ok: false,
    fault: { kind: 'not-found' },
  });
});

it('a page is read from indexes in their order, and no customer’s whole history is sorted', async () => {
  const { db, plans } = await watchedQueries();
  const stretch = { after: uuidv7(), limit: 51 };
  await findChanges(db, uuidv7(), { after: null, limit: 51 });
  await findChanges(db, uuidv7(), stretch).catch(() => undefined);
  await findRecordChanges(db, uuidv7(), stretch);
  const details = (await plans()).map(({ detail }) => detail);
  expect(details.filter((detail) => /^SCAN|TEMP B-TREE FOR ORDER BY/.test(detail))).toEqual([]);
});
