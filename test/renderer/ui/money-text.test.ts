import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText, parseMoney } from '#renderer/ui/money-text.ts';

describe('an amount typed into a money field', () => {
  it.each([
    ['62', 6200],
    ['62,5', 6250],
    ['62,50', 6250],
    ['62,', 6200],
    ['14.90', 1490],
    ['14,90 €', 1490],
    ['1 234,50', 123_450],
    ['1\u00a0234,50\u00a0€', 123_450],
    ['0,05', 5],
    ['-12,30', -1230],
    ['\u221212,30', -1230],
  ])('reads %s as %i cents', (text, cents) => {
    expect(parseMoney(text)).toBe(cents);
  });

  it('is nothing when empty', () => {
    expect(parseMoney('')).toBeNull();
    expect(parseMoney('   ')).toBeNull();
  });

  it.each(['abc', '12,345', '1.234,50', '12,3,4', ',50', '1e5', '12-', '999999999'])('refuses %s', (text) => {
    expect(parseMoney(text)).toBeNaN();
  });

  it('never gives a negative zero', () => {
    expect(Object.is(parseMoney('-0,00'), 0)).toBe(true);
  });
});

describe('the text of a money field', () => {
  it('has a comma and two decimals, and no unit', () => {
    expect(moneyText(7690)).toBe('76,90');
    expect(moneyText(5)).toBe('0,05');
    expect(moneyText(-1230)).toBe('\u221212,30');
  });

  it('is empty without an amount', () => {
    expect(moneyText(null)).toBe('');
    expect(moneyText(Number.NaN)).toBe('');
  });

  it('reads back to the same cents', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(fc.property(amount, (cents) => parseMoney(moneyText(cents)) === cents));
  });
});
