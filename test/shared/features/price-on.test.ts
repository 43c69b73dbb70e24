import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isActiveOn, nextChange, priceOn, rateOn, vatClasses } from '#shared/features/visits/price-on.ts';
import { addDays } from '#shared/values/dates.ts';

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
/** One price a day at most, in any order, as the register keeps them. */
const histories = fc
  .uniqueArray(dates, { maxLength: 12 })
  .map((days) => days.map((validFrom, index) => ({ validFrom, cents: index })));

describe('the price on a date', () => {
  it('has begun, and no other price began between it and the date', () => {
    fc.assert(
      fc.property(histories, dates, (history, date) => {
        const price = priceOn(history, date);
        const begun = history.filter(({ validFrom }) => validFrom <= date);
        if (!price) return begun.length === 0;
        return begun.every(({ validFrom }) => validFrom <= price.validFrom) && begun.includes(price);
      }),
    );
  });

  it('does not depend on the order in which the prices were written down', () => {
    fc.assert(
      fc.property(histories, dates, (history, date) => {
        expect(priceOn([...history].reverse(), date)).toBe(priceOn(history, date));
      }),
    );
  });

  it('is the same every day until the next change, and that change from its own day', () => {
    fc.assert(
      fc.property(histories, dates, (history, date) => {
        const next = nextChange(history, date);
        if (!next) return;
        expect(next.validFrom > date).toBe(true);
        expect(priceOn(history, addDays(next.validFrom, -1))).toBe(priceOn(history, date));
        expect(priceOn(history, next.validFrom)).toBe(next);
      }),
    );
  });

  it('is not changed by a price that begins later', () => {
    fc.assert(
      fc.property(histories, dates, fc.integer({ min: 1, max: 5000 }), (history, date, days) => {
        const later = { validFrom: addDays(date, days), cents: -1 };
        expect(priceOn([...history, later], date)).toBe(priceOn(history, date));
      }),
    );
  });
});

describe('the rate of a class', () => {
  const rates = [
    { vatClass: 'general', validFrom: '2013-01-01', rate: 2400 },
    { vatClass: 'general', validFrom: '2024-09-01', rate: 2550 },
    { vatClass: 'reduced', validFrom: '2013-01-01', rate: 1400 },
    { vatClass: 'reduced', validFrom: '2026-01-01', rate: 1350 },
  ] as const;

  it.each([
    ['general', '2024-08-31', 2400],
    ['general', '2024-09-01', 2550],
    ['reduced', '2025-12-31', 1400],
    ['reduced', '2026-01-01', 1350],
    ['general', '2012-12-31', null],
    ['low', '2026-01-01', null],
  ] as const)('%s on %s is %s', (vatClass, date, rate) => {
    expect(rateOn(rates, vatClass, date)).toBe(rate);
  });

  it('is known for every class that an item can have', () => {
    expect(vatClasses).toEqual(['general', 'reduced', 'low', 'exempt']);
  });
});

describe('an active time', () => {
  it('holds on its first and its last day and on every day between, and open ends never end', () => {
    fc.assert(
      fc.property(fc.option(dates), fc.option(dates), dates, (activeFrom, activeUntil, date) => {
        const inside = (activeFrom ?? date) <= date && date <= (activeUntil ?? date);
        expect(isActiveOn({ activeFrom, activeUntil }, date)).toBe(inside);
      }),
    );
  });
});
