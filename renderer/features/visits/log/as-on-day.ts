import type { PriceListItem } from '#shared/features/visits/price-list-contract.ts';
import type { VisitFormLine } from './visit-form.ts';

type Items = readonly PriceListItem[];

/**
 * Lines with the VAT of another day's list, and with its price where nobody has typed another one. A line that the
 * list does not have stays as it is: saving tells what is wrong with it. The same array when nothing changes.
 */
export function asOnDay(lines: VisitFormLine[], from: Items, to: Items): VisitFormLine[] {
  const moved = lines.map((line) => {
    const next = to.find(({ id }) => id === line.itemId);
    if (!next) return line;
    const before = from.find(({ id }) => id === line.itemId);
    const isListPrice = before?.unitPriceCents === line.unitPriceCents;
    const unitPriceCents = isListPrice ? next.unitPriceCents : line.unitPriceCents;
    const isSame = unitPriceCents === line.unitPriceCents && next.vatRate === line.vatRate;
    return isSame ? line : { ...line, unitPriceCents, vatRate: next.vatRate };
  });
  return moved.every((line, index) => line === lines[index]) ? lines : moved;
}
