import type { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { requireNotBegun, requireNotPast } from './from-day.ts';
import { recordChanges } from './price-list-changes-store.ts';
import { vatRates } from './price-list-store.ts';
import { deleteVatRate, putVatRate } from './vat-rates-store.ts';

type VatRateProcedures = Pick<Handlers<typeof priceListProcedures>, 'setVatRate' | 'removeVatRate'>;

/** The rate that begins on exactly that day; null when none does. */
async function rateFrom(db: Queries, vatClass: string, validFrom: string): Promise<number | null> {
  const rates = await vatRates(db);
  return rates.find((one) => one.vatClass === vatClass && one.validFrom === validFrom)?.rate ?? null;
}

const text = (rate: number | null) => (rate === null ? null : String(rate));

export const vatRateHandlers: VatRateProcedures = {
  async setVatRate({ vatClass, validFrom, rate, replaces }, context) {
    const { tx, now, detail } = context;
    requireNotPast(validFrom, now);
    const before = await rateFrom(tx, vatClass, validFrom);
    if (before !== replaces) throw new AppError({ kind: 'conflict', changed: ['rate'] });
    await putVatRate(tx, vatClass, validFrom, rate);
    const change = { field: 'rate', validFrom, oldValue: text(before), newValue: text(rate) } as const;
    await recordChanges(tx, 'vat-rate', vatClass, [change], context);
    detail({ vatClass, validFrom, rate });
    return {};
  },

  async removeVatRate({ vatClass, validFrom }, context) {
    const { tx, now, detail } = context;
    const before = await rateFrom(tx, vatClass, validFrom);
    if (before === null) throw new AppError({ kind: 'not-found' });
    requireNotBegun(validFrom, now);
    await deleteVatRate(tx, vatClass, validFrom);
    const change = { field: 'rate', validFrom, oldValue: text(before), newValue: null } as const;
    await recordChanges(tx, 'vat-rate', vatClass, [change], context);
    detail({ vatClass, validFrom, rate: before });
    return {};
  },
};
