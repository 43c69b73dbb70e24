import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTotal, totalOf, vatByRate } from '#shared/features/visits/totals.ts';

const price = fc.record({
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPriceCents: fc.integer({ min: 0, max: 1_000_000 }),
  vatRate: fc.constantFrom(0, 1000, 1350, 1400, 2400, 2550),
});
/** Without a discount, with a share off, with an amount off that is at most the line. */
const anyLine = fc.oneof(
  price.map((one) => ({ ...one, discountRate: 0, discountCents: 0 })),
  fc
    .tuple(price, fc.integer({ min: 1, max: 10_000 }))
    .map(([one, discountRate]) => ({ ...one, discountRate, discountCents: 0 })),
  fc.tuple(price, fc.double({ min: 0, max: 1, noNaN: true })).map(([one, part]) => ({
    ...one,
    discountRate: 0,
    discountCents: Math.floor(one.quantity * one.unitPriceCents * part),
  })),
);
const lines = fc.array(anyLine);
const plain = { discountRate: 0, discountCents: 0 };

describe('totals of a visit', () => {
  it('show 25,5 % inside a gel of 14,90 as 3,03, and no tax inside health care', () => {
    const visit = [
      { quantity: 1, unitPriceCents: 6200, vatRate: 0, ...plain },
      { quantity: 1, unitPriceCents: 1490, vatRate: 2550, ...plain },
    ];
    expect(totalOf(visit)).toBe(7690);
    expect(vatByRate(visit)).toEqual([
      { vatRate: 0, grossCents: 6200, vatCents: 0 },
      { vatRate: 2550, grossCents: 1490, vatCents: 303 },
    ]);
  });

  it('are the sum of the lines, and the shares by rate add up to it, in any order of the lines', () => {
    fc.assert(
      fc.property(lines, (visit) => {
        const shares = vatByRate(visit);
        expect(visit.reduce((sum, one) => sum + lineTotal(one), 0)).toBe(totalOf(visit));
        expect(shares.reduce((sum, { grossCents }) => sum + grossCents, 0)).toBe(totalOf(visit));
        for (const { vatCents, grossCents } of shares) {
          expect(Number.isInteger(vatCents)).toBe(true);
          expect(vatCents).toBeGreaterThanOrEqual(0);
          expect(vatCents).toBeLessThanOrEqual(grossCents);
        }
        expect(vatByRate([...visit].reverse())).toEqual(shares);
      }),
    );
  });

  it('hold a tax of each rate that is within half a cent of the exact one', () => {
    fc.assert(
      fc.property(lines, (visit) => {
        for (const { vatRate, vatCents, grossCents } of vatByRate(visit)) {
          const exact = (grossCents * vatRate) / (10_000 + vatRate);
          expect(Math.abs(vatCents - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });

  it('round the tax once for each rate, not once for each line', () => {
    const cent = { quantity: 1, unitPriceCents: 1, vatRate: 2550, ...plain };
    expect(vatByRate([cent, cent, cent])).toEqual([{ vatRate: 2550, grossCents: 3, vatCents: 1 }]);
  });

  it('of a visit and of the lines that take it back are nothing together, in money and in tax', () => {
    fc.assert(
      fc.property(lines, (visit) => {
        const back = visit.map((one) => ({ ...one, quantity: -one.quantity }));
        expect(totalOf([...visit, ...back])).toBe(0);
        const shares = vatByRate(back);
        for (const { vatRate, vatCents } of vatByRate(visit)) {
          const other = shares.find((share) => share.vatRate === vatRate);
          expect(vatCents + (other?.vatCents ?? Number.NaN)).toBe(0);
        }
      }),
    );
  });
});

describe('a discount', () => {
  it('of a share is rounded to the cent once for the line, half of a cent in the customer’s favour', () => {
    const line = { quantity: 3, unitPriceCents: 335, vatRate: 2550, discountRate: 1000, discountCents: 0 };
    // 10 % of 10,05 is 1,005: 1,01 off.
    expect(lineTotal(line)).toBe(904);
  });

  it('of an amount is off the whole line, and never makes it cost less than nothing', () => {
    const line = { quantity: 2, unitPriceCents: 1490, vatRate: 2550, discountRate: 0, discountCents: 480 };
    expect(lineTotal(line)).toBe(2500);
    fc.assert(
      fc.property(anyLine, (one) => {
        expect(lineTotal(one)).toBeGreaterThanOrEqual(0);
        expect(lineTotal(one)).toBeLessThanOrEqual(one.quantity * one.unitPriceCents);
      }),
    );
  });
});
