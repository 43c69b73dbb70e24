import type { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import { isActiveOn } from '#shared/features/visits/price-on.ts';
import { addDays, dateAt, instantAt } from '#shared/values/dates.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { itemHandlers } from './item-handlers.ts';
import { practitionerHandlers } from './practitioner-handlers.ts';
import { allPractitioners, usedPractitioners } from './practitioners-store.ts';
import { changesOf } from './price-list-changes-store.ts';
import { itemsWithPrices, usedItems, usesSince, vatRates } from './price-list-store.ts';
import { priceListOn } from './price-rules.ts';
import { vatRateHandlers } from './vat-rate-handlers.ts';

/** Over how many days the order of use is counted. */
const daysOfUse = 90;

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

export const priceListHandlers: Handlers<typeof priceListProcedures> = {
  async priceList({ date }, { db, now }) {
    const today = dateAt(now);
    const on = date ?? today;
    const uses = await usesSince(db, instantAt(addDays(today, -daysOfUse), '00:00'));
    const practitioners = await allPractitioners(db);
    return {
      items: priceListOn(await itemsWithPrices(db), await vatRates(db), uses, on),
      practitioners: practitioners.filter((practitioner) => isActiveOn(practitioner, on)),
    };
  },

  async wholePriceList(_input, { db }) {
    const items = await itemsWithPrices(db);
    const practitioners = await allPractitioners(db);
    const sold = await usedItems(db, idsOf(items));
    const served = await usedPractitioners(db, idsOf(practitioners));
    return {
      items: items.map((item) => ({ ...item, prices: [...item.prices], isUsed: sold.has(item.id) })),
      practitioners: practitioners.map((one) => ({ ...one, isUsed: served.has(one.id) })),
      rates: await vatRates(db),
    };
  },

  async priceListChanges({ subject, subjectId }, { db }) {
    return changesOf(db, subject, subjectId);
  },

  ...itemHandlers,
  ...practitionerHandlers,
  ...vatRateHandlers,
};
