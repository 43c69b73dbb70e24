import { describe, expect, test } from 'vitest';
import { likelyOf } from '#renderer/features/visits/log/last-practitioner.ts';
import {
  countable,
  emptyVisit,
  lineOf,
  visitFormSchema,
  visitInput,
  withService,
} from '#renderer/features/visits/log/visit-form.ts';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { lineTotal } from '#shared/features/visits/totals.ts';
import { dateAt, timeAt } from '#shared/values/dates.ts';

const id = (end: number) => `0192f0c1-0000-7000-8000-00000000000${end}`;
const massage: PriceListItem = {
  id: id(1),
  kind: 'service',
  name: 'Hieronta 60 min',
  minutes: 60,
  unitPriceCents: 6200,
  vatClass: 'exempt',
  vatRate: 0,
};
const physiotherapy = { ...massage, id: id(2), name: 'Fysioterapia 45 min', unitPriceCents: 6800 };
const gel = { ...massage, id: id(3), kind: 'product' as const, name: 'Kylmägeeli 150 ml', vatRate: 2550 };

const now = new Date().toISOString();
const filled = () => ({
  ...emptyVisit(now, id(9), 'card'),
  serviceId: massage.id,
  lines: [lineOf(massage)],
});
const codes = (form: unknown) =>
  Object.fromEntries(
    visitFormSchema.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [],
  );

describe('the form of a visit', () => {
  test('is a visit at the minute at which it was opened', () => {
    const visit = visitInput(visitFormSchema.parse(filled()), { id: id(7), customerId: id(8) });
    expect(visit.at).toBe(`${now.slice(0, 16)}:00.000Z`);
    expect(visit.note).toBe('');
  });

  test('asks for the service and the practitioner when nothing is chosen', () => {
    expect(codes({ ...filled(), serviceId: null, practitionerId: null })).toMatchObject({
      serviceId: 'not-a-choice',
      practitionerId: 'not-a-choice',
    });
  });

  test('refuses a visit of tomorrow by its date and one of later today by its time', () => {
    const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
    expect(codes({ ...filled(), date: dateAt(tomorrow), time: timeAt(tomorrow) })).toEqual({
      date: 'date-in-future',
    });
    const soon = new Date(Date.now() + 2 * 60_000).toISOString();
    if (dateAt(soon) !== dateAt(now)) return;
    expect(codes({ ...filled(), date: dateAt(soon), time: timeAt(soon) })).toEqual({
      time: 'time-in-future',
    });
  });

  test.each([
    ['date', 'eilen', 'date-format'],
    ['date', '', 'date-format'],
    ['time', 'aamulla', 'time-format'],
    ['time', '', 'time-format'],
  ])('tells what is wrong with the %s when it is %j', (field, value, code) => {
    expect(codes({ ...filled(), [field]: value })).toEqual({ [field]: code });
  });

  test.each([
    ['quantity', Number.NaN, 'count-format'],
    ['quantity', 0, 'count-format'],
    ['unitPriceCents', Number.NaN, 'amount-format'],
    ['unitPriceCents', null, 'amount-format'],
    ['name', '  ', 'required'],
  ])('tells what is wrong with the %s of a line when it is %s', (field, value, code) => {
    const form = { ...filled(), lines: [{ ...lineOf(massage), [field]: value }] };
    expect(codes(form)).toEqual({ [`lines.0.${field}`]: code });
  });
});

describe('a discount', () => {
  test.each([
    ['kymmenen', 'discount-format'],
    ['10,555 %', 'discount-format'],
    ['-5', 'discount-format'],
    ['101 %', 'discount-too-big'],
    ['62,01', 'discount-too-big'],
  ])('of %j says what is wrong with it, and not how to write a sum', (discount, code) => {
    const lines = [{ ...lineOf(massage), discount }];
    expect(codes({ ...filled(), lines })).toEqual({ 'lines.0.discount': code });
    expect(countable(lines).every((line) => lineTotal(line) >= 0)).toBe(true);
  });

  test.each(['100 %', '62', '0', ''])('of %j is taken', (discount) => {
    expect(codes({ ...filled(), lines: [{ ...lineOf(massage), discount }] })).toEqual({});
  });
});

describe('choosing a service', () => {
  test('puts its line before the products', () => {
    const lines = withService([lineOf(gel)], massage, null);
    expect(lines.map(({ name }) => name)).toEqual(['Hieronta 60 min', 'Kylmägeeli 150 ml']);
  });

  test('takes the place of the service chosen before', () => {
    const lines = withService([lineOf(massage), lineOf(gel)], physiotherapy, massage.id);
    expect(lines.map(({ name }) => name)).toEqual(['Fysioterapia 45 min', 'Kylmägeeli 150 ml']);
  });

  test('twice keeps the price that was changed by hand', () => {
    const discounted = [{ ...lineOf(massage), unitPriceCents: 5000 }];
    expect(withService(discounted, massage, massage.id)).toEqual(discounted);
  });
});

test('a price that is still being typed is not counted', () => {
  const lines = [lineOf(massage), { ...lineOf(gel), unitPriceCents: Number.NaN }];
  expect(countable(lines)).toHaveLength(1);
});

test('a discount that is more than the line costs is not counted, so that no sum falls below zero', () => {
  const lines = [{ ...lineOf(massage), discount: '999 €' }, lineOf(gel)];
  expect(countable(lines).map(({ name }) => name)).toEqual(['Kylmägeeli 150 ml']);
});

describe('whose visit it most likely is', () => {
  const own = { id: id(4), name: 'Marja Esimäki' };
  const other = { id: id(5), name: 'Lotta Koepelto' };
  test.each([
    ['the one used last here', [own, other], other.id, own.id, other.id],
    ['the person at the desk, who treats customers', [own, other], null, own.id, own.id],
    ['the only one', [other], null, own.id, other.id],
    ['nobody, with several and no hint', [own, other], null, id(6), null],
    ['nobody who has left', [own, other], id(6), id(6), null],
  ])('%s', (_who, practitioners, last, signedIn, expected) => {
    expect(likelyOf(practitioners, last, signedIn)).toBe(expected);
  });
});
