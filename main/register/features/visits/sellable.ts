import { isActiveOn } from '#shared/features/visits/price-on.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import { practitionerById } from './practitioners-store.ts';
import { itemsWithPrices, vatRates } from './price-list-store.ts';
import { offerOn, soldProblem } from './price-rules.ts';

interface Sold {
  /** Null for a contact without a service or a practitioner. */
  readonly serviceId: string | null;
  readonly practitionerId: string | null;
  readonly lines: readonly {
    readonly itemId: string | null;
    readonly name: string;
    readonly vatRate: number;
  }[];
}

/**
 * Checks that what a visit names was in use on its date (`YYYY-MM-DD`), with the VAT of that date. Nothing is
 * corrected: what was sold stays as the desk sent it.
 * @returns the names as they are now
 * @throws AppError `not-found` for an id that the register does not know; `item-not-in-use`,
 * `practitioner-not-in-use`, `vat-rate-not-in-force`
 */
export async function requireSellable(
  db: Queries,
  { serviceId, practitionerId, lines }: Sold,
  date: string,
): Promise<{ serviceName: string | null; practitionerName: string | null }> {
  return {
    practitionerName: await practitionerOn(db, practitionerId, date),
    serviceName: await requireItems(db, serviceId, lines, date),
  };
}

async function practitionerOn(db: Queries, id: string | null, date: string): Promise<string | null> {
  if (id === null) return null;
  const practitioner = await practitionerById(db, id);
  if (!practitioner) throw new AppError({ kind: 'not-found' });
  const { name } = practitioner;
  if (!isActiveOn(practitioner, date)) throw ruleBroken('practitioner-not-in-use', { name, date });
  return name;
}

/** @returns the service's name */
async function requireItems(
  db: Queries,
  serviceId: string | null,
  lines: Sold['lines'],
  date: string,
): Promise<string | null> {
  const ids = new Set([serviceId, ...lines.map(({ itemId }) => itemId)].filter((id) => id !== null));
  const items = ids.size > 0 ? await itemsWithPrices(db, [...ids]) : [];
  const service = items.find(({ id, kind }) => id === serviceId && kind === 'service');
  if (items.length < ids.size || (serviceId !== null && !service)) throw new AppError({ kind: 'not-found' });
  const rates = await vatRates(db);
  if (service && !offerOn(service, rates, date)) {
    throw ruleBroken('item-not-in-use', { name: service.name, date });
  }
  const problem = soldProblem(lines, items, rates, date);
  if (problem) throw new AppError({ kind: 'rule-broken', ...problem });
  return service?.name ?? null;
}
