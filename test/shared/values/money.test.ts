import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCents, formatVatRate, vatInside } from '#shared/values/money.ts';

describe('money', () => {
  it.each([
    [0, '0,00\u00a0€'],
    [5, '0,05\u00a0€'],
    [6200, '62,00\u00a0€'],
    [123_456_789, '1\u00a0234\u00a0567,89\u00a0€'],
    [-6800, '\u221268,00\u00a0€'],
  ])('%i cents is shown as %s', (cents, shown) => {
    expect(formatCents(cents)).toBe(shown);
  });

  it('shows a VAT rate with a comma', () => {
    expect(formatVatRate(2550)).toBe('25,5\u00a0%');
    expect(formatVatRate(1400)).toBe('14\u00a0%');
    expect(formatVatRate(0)).toBe('0\u00a0%');
  });
});

describe('the tax inside a price', () => {
  it('is what the tax base leaves, rounded to the cent', () => {
    expect(vatInside(12_550, 2550)).toBe(2550);
    expect(vatInside(6200, 0)).toBe(0);
    expect(vatInside(1000, 1400)).toBe(123);
  });

  it('is the same for a correction with the sign turned', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (gross, rate) => {
          expect(vatInside(-gross, rate)).toBe(0 - vatInside(gross, rate));
          expect(vatInside(gross, rate)).toBeLessThanOrEqual(gross);
        },
      ),
    );
  });
});
