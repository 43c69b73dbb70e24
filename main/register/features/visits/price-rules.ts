import type { PriceListItem } from '#shared/features/visits/price-list-contract.ts';
import {
  type ActiveTime,
  isActiveOn,
  priceOn,
  rateOn,
  type VatClass,
} from '#shared/features/visits/price-on.ts';

interface Item extends ActiveTime {
  readonly id: string;
  readonly kind: 'service' | 'product';
  readonly name: string;
  readonly minutes: number | null;
  readonly position: number;
  readonly prices: readonly {
    readonly validFrom: string;
    readonly unitPriceCents: number;
    readonly vatClass: VatClass;
  }[];
}

type Rates = Parameters<typeof rateOn>[0];

/** An item as it is sold on a date; null when it is not in use, or had no price yet. */
export function offerOn(item: Item, rates: Rates, date: string): PriceListItem | null {
  const price = priceOn(item.prices, date);
  const vatRate = price && rateOn(rates, price.vatClass, date);
  if (!price || vatRate === null || !isActiveOn(item, date)) return null;
  const { id, kind, name, minutes } = item;
  const { unitPriceCents, vatClass } = price;
  return { id, kind, name, minutes, unitPriceCents, vatClass, vatRate };
}

/**
 * The price list of a date: services before products, the most used first, equally used ones as the manager has
 * put them.
 * @param uses how often each item was sold lately
 */
export function priceListOn(
  items: readonly Item[],
  rates: Rates,
  uses: ReadonlyMap<string, number>,
  date: string,
): PriceListItem[] {
  const used = ({ id }: Item) => uses.get(id) ?? 0;
  return [...items]
    .sort(
      (a, b) =>
        Number(a.kind === 'product') - Number(b.kind === 'product') ||
        used(b) - used(a) ||
        a.position - b.position,
    )
    .flatMap((item) => offerOn(item, rates, date) ?? []);
}

export type SoldProblem =
  | { rule: 'item-not-in-use'; facts: { name: string; date: string } }
  | { rule: 'vat-rate-not-in-force'; facts: { name: string; date: string; rate: number } };

interface SoldLine {
  readonly itemId: string | null;
  readonly name: string;
  readonly vatRate: number;
}

/**
 * The first thing on a visit's lines that could not be sold on its date. The price is the desk's own: only the
 * rate is the law's. A line without an item may have any rate that held for some class.
 */
export function soldProblem(
  lines: readonly SoldLine[],
  items: readonly Item[],
  rates: Rates,
  date: string,
): SoldProblem | null {
  for (const { itemId, name, vatRate } of lines) {
    const item = items.find(({ id }) => id === itemId);
    const offer = item && offerOn(item, rates, date);
    if (item && !offer) return { rule: 'item-not-in-use', facts: { name: item.name, date } };
    const right = offer
      ? offer.vatRate === vatRate
      : rates.some(({ vatClass }) => rateOn(rates, vatClass, date) === vatRate);
    if (!right) return { rule: 'vat-rate-not-in-force', facts: { name, date, rate: vatRate } };
  }
  return null;
}
