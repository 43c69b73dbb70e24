import type { VatClass } from '#shared/features/visits/price-on.ts';
import type { Queries } from '../../database/database.ts';

/** A rate from a day; one that was to begin on the same day is replaced. */
export async function putVatRate(
  tx: Queries,
  vatClass: VatClass,
  validFrom: string,
  rate: number,
): Promise<void> {
  await tx
    .insertInto('vat_rates')
    .values({ vat_class: vatClass, valid_from: validFrom, rate })
    .onConflict((conflict) => conflict.columns(['vat_class', 'valid_from']).doUpdateSet({ rate }))
    .execute();
}

export async function deleteVatRate(tx: Queries, vatClass: VatClass, validFrom: string): Promise<void> {
  await tx
    .deleteFrom('vat_rates')
    .where('vat_class', '=', vatClass)
    .where('valid_from', '=', validFrom)
    .execute();
}
