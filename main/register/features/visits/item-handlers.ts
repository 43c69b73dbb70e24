import type { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { requireNotBegun, requireNotPast } from './from-day.ts';
import { priceChanges, timesChanges, timesProblem } from './price-edit-rules.ts';
import { recordChanges } from './price-list-changes-store.ts';
import {
  deleteItem,
  deletePrice,
  insertItem,
  itemsWithPrices,
  nextPosition,
  putInOrder,
  putPrice,
  type StoredItem,
  updateItem,
  usedItems,
} from './price-list-store.ts';

type ItemProcedures = Pick<
  Handlers<typeof priceListProcedures>,
  'addItem' | 'editItem' | 'setItemPrice' | 'removeItemPrice' | 'setItemTimes' | 'removeItem' | 'orderItems'
>;

/** @throws AppError `not-found`; `conflict` when somebody has changed it since the version that was seen */
async function itemAsSeen(db: Queries, id: string, expectedVersion: number): Promise<StoredItem> {
  const [item] = await itemsWithPrices(db, [id]);
  if (!item) throw new AppError({ kind: 'not-found' });
  if (item.version !== expectedVersion) throw new AppError({ kind: 'conflict', changed: ['name'] });
  return item;
}

const text = (value: number | null) => (value === null ? null : String(value));

export const itemHandlers: ItemProcedures = {
  async addItem({ id, kind, name, minutes: typed, ...price }, context) {
    const { tx, detail } = context;
    const minutes = kind === 'service' ? typed : null;
    await insertItem(tx, { id, kind, name, minutes, position: await nextPosition(tx), price });
    const added = { field: 'added', oldValue: null, newValue: name } as const;
    await recordChanges(tx, 'item', id, [added, ...priceChanges(null, price)], context);
    detail({ name });
    return { id };
  },

  async editItem({ id, expectedVersion, name, minutes: typed }, context) {
    const { tx, detail } = context;
    const item = await itemAsSeen(tx, id, expectedVersion);
    const minutes = item.kind === 'service' ? typed : null;
    await updateItem(tx, id, { name, minutes });
    const changes = [
      { field: 'name', oldValue: item.name, newValue: name },
      { field: 'minutes', oldValue: text(item.minutes), newValue: text(minutes) },
    ] as const;
    await recordChanges(tx, 'item', id, changes, context);
    detail({ name });
    return { id };
  },

  async setItemPrice({ id, expectedVersion, ...price }, context) {
    const { tx, now, detail } = context;
    const item = await itemAsSeen(tx, id, expectedVersion);
    requireNotPast(price.validFrom, now);
    const replaced = item.prices.find(({ validFrom }) => validFrom === price.validFrom) ?? null;
    await putPrice(tx, id, price);
    await updateItem(tx, id, {});
    await recordChanges(tx, 'item', id, priceChanges(replaced, price), context);
    detail({ name: item.name, validFrom: price.validFrom });
    return { id };
  },

  async removeItemPrice({ id, expectedVersion, validFrom }, context) {
    const { tx, now, detail } = context;
    const item = await itemAsSeen(tx, id, expectedVersion);
    const price = item.prices.find((one) => one.validFrom === validFrom);
    if (!price) throw new AppError({ kind: 'not-found' });
    requireNotBegun(validFrom, now);
    await deletePrice(tx, id, validFrom);
    await updateItem(tx, id, {});
    await recordChanges(tx, 'item', id, priceChanges(price, null), context);
    detail({ name: item.name, validFrom });
    return { id };
  },

  async setItemTimes({ id, expectedVersion, ...times }, context) {
    const { tx, detail } = context;
    const item = await itemAsSeen(tx, id, expectedVersion);
    const problem = timesProblem(times);
    if (problem) throw new AppError({ kind: 'invalid-input', fields: problem });
    await updateItem(tx, id, times);
    await recordChanges(tx, 'item', id, timesChanges(item, times), context);
    detail({ name: item.name });
    return { id };
  },

  async removeItem({ id, expectedVersion }, context) {
    const { tx, detail } = context;
    const { name } = await itemAsSeen(tx, id, expectedVersion);
    if ((await usedItems(tx, [id])).has(id)) throw ruleBroken('price-list-used', { name });
    await deleteItem(tx, id);
    const removed = { field: 'removed', oldValue: name, newValue: null } as const;
    await recordChanges(tx, 'item', id, [removed], context);
    detail({ name });
    return { id };
  },

  async orderItems({ kind, ids }, { tx }) {
    const known = (await itemsWithPrices(tx)).filter((item) => item.kind === kind);
    const isWhole = ids.length === known.length && known.every(({ id }) => ids.includes(id));
    if (!isWhole) throw new AppError({ kind: 'conflict', changed: ['ids'] });
    await putInOrder(tx, ids);
    return {};
  },
};
