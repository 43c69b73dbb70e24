import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysText } from '#renderer/app/days.ts';
import { askedOverview, firstOverviewFilter } from '#renderer/features/visits/feedback/overview-filter.ts';
import { averageText } from '#renderer/features/visits/feedback/rating-text.ts';
import { averageOf, ratings } from '#shared/features/visits/rating.ts';
import { addDays } from '#shared/values/dates.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

describe('the period of feedback', () => {
  it.each([
    ['month', '2026-11-23', '2026-11-01', '2026-11-23'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-01'],
    ['last-month', '2026-11-23', '2026-10-01', '2026-10-31'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2028-03-31', '2028-02-01', '2028-02-29'],
    ['year', '2026-11-23', '2026-01-01', '2026-11-23'],
  ] as const)('%s on %s is from %s to %s', (period, today, from, to) => {
    expect(askedOverview({ ...firstOverviewFilter, period }, today)).toMatchObject({ from, to });
  });

  it('of last month ends on the day before this month begins, on any day', () => {
    fc.assert(
      fc.property(day, (today) => {
        const of = (period: 'month' | 'last-month') =>
          askedOverview({ ...firstOverviewFilter, period }, today);
        expect(addDays(of('last-month').to ?? '', 1)).toBe(of('month').from);
        expect(of('last-month').from?.slice(8)).toBe('01');
      }),
    );
  });

  it('of one’s own days leaves open what is no date', () => {
    const own = { ...firstOverviewFilter, period: 'range' as const };
    expect(askedOverview({ ...own, from: '2026-11-01', to: '' }, '2026-11-23')).toMatchObject({
      from: '2026-11-01',
      to: null,
    });
    expect(askedOverview({ ...own, from: '1.13.', to: '2026-11-02' }, '2026-11-23')).toMatchObject({
      from: null,
      to: '2026-11-02',
    });
  });

  it('is written from the first to the last day', () => {
    expect(daysText({ from: '2026-11-01', to: '2026-11-23' })).toBe('1.11.2026–23.11.2026');
    expect(daysText({ from: '2026-11-01', to: null })).toBe('1.11.2026–');
    expect(daysText({ from: null, to: null })).toBe('');
  });
});

describe('an average of ratings', () => {
  it('is that of the single ratings, and of none there is none', () => {
    expect(averageOf([0, 0, 0, 0, 0])).toBeNull();
    const some = fc.array(fc.constantFrom(...ratings), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(some, (given) => {
        const counts = ratings.map((rating) => given.filter((one) => one === rating).length);
        const sum = given.reduce((all: number, rating) => all + rating, 0);
        expect(averageOf(counts)).toBeCloseTo(sum / given.length, 9);
      }),
    );
  });

  it.each([
    [5, '5,0'],
    [4.25, '4,3'],
    [4.35, '4,4'],
    [3.6666, '3,7'],
  ])('of %d is written %s', (average, text) => {
    expect(averageText(average)).toBe(text);
  });
});
