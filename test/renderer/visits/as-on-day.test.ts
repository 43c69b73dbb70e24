import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { asOnDay } from '#renderer/features/visits/log/as-on-day.ts';
import type { PriceListItem } from '#shared/features/visits/price-list-contract.ts';

const gel: PriceListItem = {
  id: uuidv7(),
  kind: 'product',
  name: 'Kylmägeeli 150 ml',
  minutes: null,
  unitPriceCents: 1490,
  vatClass: 'general',
  vatRate: 2550,
};
const before = { ...gel, unitPriceCents: 1390, vatRate: 2400 };

function lineOf(item: PriceListItem, unitPriceCents = item.unitPriceCents) {
  const { id, name, vatRate } = item;
  return { id: uuidv7(), itemId: id, name, quantity: 2, unitPriceCents, vatRate, discount: '' };
}

describe('lines of a visit whose day is changed', () => {
  test('take the rate and the price of that day', () => {
    const [line] = asOnDay([lineOf(gel)], [gel], [before]);
    expect(line).toMatchObject({ unitPriceCents: 1390, vatRate: 2400, quantity: 2 });
  });

  test('keep a price that somebody has typed, and take only the rate', () => {
    const [line] = asOnDay([lineOf(gel, 1000)], [gel], [before]);
    expect(line).toMatchObject({ unitPriceCents: 1000, vatRate: 2400 });
  });

  test('stay as they are when the day’s list does not have them, or has them alike', () => {
    const lines = [lineOf(gel), { ...lineOf(gel), itemId: null }];
    expect(asOnDay(lines, [gel], [])).toBe(lines);
    expect(asOnDay(lines, [gel], [gel])).toBe(lines);
  });
});
