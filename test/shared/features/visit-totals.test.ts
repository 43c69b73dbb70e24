import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf, vatByRate } from '#shared/features/visits/totals.ts';

const lines = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 999 }),
    unitPriceCents: fc.integer({ min: 0, max: 1_000_000 }),
    vatRate: fc.constantFrom(0, 1000, 1400, 2550),
  }),
);

describe('totals of a visit', () => {
  it('show 25,5 % inside a gel of 14,90 as 3,03, and no tax inside health care', () => {
    const visit = [
      { quantity: 1, unitPriceCents: 6200, vatRate: 0 },
      { quantity: 1, unitPriceCents: 1490, vatRate: 2550 },
    ];
    expect(totalOf(visit)).toBe(7690);
    expect(vatByRate(visit)).toEqual([
      { vatRate: 0, grossCents: 6200, vatCents: 0 },
      { vatRate: 2550, grossCents: 1490, vatCents: 303 },
    ]);
  });

  it('are whole cents whose shares by rate add up, in any order of the lines', () => {
    fc.assert(
      fc.property(lines, (visit) => {
        const shares = vatByRate(visit);
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

  it('round the tax once for each rate, not once for each line', () => {
    const cent = { quantity: 1, unitPriceCents: 1, vatRate: 2550 };
    expect(vatByRate([cent, cent, cent])).toEqual([{ vatRate: 2550, grossCents: 3, vatCents: 1 }]);
  });
});
