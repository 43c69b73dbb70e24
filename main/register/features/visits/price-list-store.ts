import type { ActiveTime, VatClass } from '#shared/features/visits/price-on.ts';
import type { Queries } from '../../database/database.ts';

export interface Price {
  /** First day of the price, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** VAT included. */
  readonly unitPriceCents: number;
  readonly vatClass: VatClass;
}

export interface VatRate {
  readonly vatClass: VatClass;
  readonly validFrom: string;
  /** Basis points. */
  readonly rate: number;
}

interface ItemFacts {
  readonly id: string;
  readonly kind: 'service' | 'product';
  readonly name: string;
  readonly minutes: number | null;
  readonly position: number;
}

export interface StoredItem extends ItemFacts, ActiveTime {
  readonly version: number;
  /** Oldest first. */
  readonly prices: readonly Price[];
}

export interface NewItem extends ItemFacts {
  readonly price: Price;
}

/** Every item there has been, in the manager's order, with all its prices. @param ids only these */
export async function itemsWithPrices(db: Queries, ids?: readonly string[]): Promise<StoredItem[]> {
  const items = await db
    .selectFrom('price_items')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const prices = await db
    .selectFrom('price_item_prices')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('item_id', 'in', ids ?? []))
    .orderBy('item_id')
    .orderBy('valid_from')
    .execute();
  const byItem = new Map<string, Price[]>();
  for (const { item_id, valid_from, unit_price_cents, vat_class } of prices) {
    const price = { validFrom: valid_from, unitPriceCents: unit_price_cents, vatClass: vat_class };
    byItem.set(item_id, [...(byItem.get(item_id) ?? []), price]);
  }
  return items.map(({ active_from, active_until, ...item }) => ({
    ...item,
    activeFrom: active_from,
    activeUntil: active_until,
    prices: byItem.get(item.id) ?? [],
  }));
}

/** Every rate of every class, oldest first. */
export async function vatRates(db: Queries): Promise<VatRate[]> {
  return db
    .selectFrom('vat_rates')
    .select(['vat_class as vatClass', 'valid_from as validFrom', 'rate'])
    .orderBy('valid_from')
    .orderBy('vat_class')
    .execute();
}

/** Ids of items that some visit names, of the given ones. */
export async function usedItems(db: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('price_items')
    .select('id')
    .where('id', 'in', ids)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('visits').select('visits.id').whereRef('service_id', '=', 'price_items.id')),
        exists(selectFrom('visit_lines').select('visit_lines.id').whereRef('item_id', '=', 'price_items.id')),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The newest visits tell the order of use as well as all of them, in a time that does not grow with the register. */
const visitsCounted = 2000;

/** How many lines of the newest visits since an instant name each item; reversed lines do not count. */
export async function usesSince(db: Queries, since: string): Promise<Map<string, number>> {
  const recent = db
    .selectFrom('visits')
    .select('id')
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(visitsCounted);
  const rows = await db
    .selectFrom('visit_lines')
    .select((query) => ['item_id', query.fn.countAll<number>().as('uses')])
    .where('visit_id', 'in', recent)
    .where('item_id', 'is not', null)
    .where('quantity', '>', 0)
    .groupBy('item_id')
    .execute();
  return new Map(rows.flatMap(({ item_id, uses }) => (item_id === null ? [] : [[item_id, uses]])));
}

export async function insertItem(tx: Queries, { price, ...item }: NewItem): Promise<void> {
  await tx
    .insertInto('price_items')
    .values({ ...item, active_from: null, active_until: null, version: 1 })
    .execute();
  await putPrice(tx, item.id, price);
}

/** A price from a day; one that was to begin on the same day is replaced. */
export async function putPrice(tx: Queries, itemId: string, price: Price): Promise<void> {
  const { unitPriceCents, vatClass } = price;
  await tx
    .insertInto('price_item_prices')
    .values({
      item_id: itemId,
      valid_from: price.validFrom,
      unit_price_cents: unitPriceCents,
      vat_class: vatClass,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['item_id', 'valid_from'])
        .doUpdateSet({ unit_price_cents: unitPriceCents, vat_class: vatClass }),
    )
    .execute();
}

/** Name, length and active time of an item; the version grows with every edit, also of a price. */
export async function updateItem(
  tx: Queries,
  id: string,
  values: Partial<{ name: string; minutes: number | null } & ActiveTime>,
): Promise<void> {
  const { activeFrom, activeUntil, ...named } = values;
  await tx
    .updateTable('price_items')
    .set((query) => ({
      ...named,
      ...(activeFrom !== undefined && { active_from: activeFrom }),
      ...(activeUntil !== undefined && { active_until: activeUntil }),
      version: query('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function deletePrice(tx: Queries, itemId: string, validFrom: string): Promise<void> {
  await tx
    .deleteFrom('price_item_prices')
    .where('item_id', '=', itemId)
    .where('valid_from', '=', validFrom)
    .execute();
}

export async function deleteItem(tx: Queries, id: string): Promise<void> {
  await tx.deleteFrom('price_item_prices').where('item_id', '=', id).execute();
  await tx.deleteFrom('price_items').where('id', '=', id).execute();
}

/** The position after all others. */
export async function nextPosition(db: Queries): Promise<number> {
  const { last } = await db
    .selectFrom('price_items')
    .select((query) => query.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Puts items in the order of the list. */
export async function putInOrder(tx: Queries, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable('price_items')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute();
  }
}
