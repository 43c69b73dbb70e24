import { uuidv7 } from 'uuidv7';
import type { VisitLine } from '#shared/features/visits/contract.ts';
import type { PriceListItem } from '#shared/features/visits/price-list-contract.ts';

/** One of an item, as the price list has it. */
export function lineOf({ id, name, unitPriceCents, vatRate }: PriceListItem): VisitLine {
  return {
    id: uuidv7(),
    itemId: id,
    name,
    quantity: 1,
    unitPriceCents,
    vatRate,
    discountRate: 0,
    discountCents: 0,
  };
}

interface Who {
  readonly customerId: string;
  readonly practitionerId: string;
}

/** A visit for one service, paid by card, as the desk sends it. */
export function visitOf(who: Who, service: PriceListItem, at = '2026-11-18T09:00:00.000Z') {
  return {
    id: uuidv7(),
    ...who,
    at,
    kind: 'visit' as const,
    serviceId: service.id,
    lines: [lineOf(service)],
    paymentMethod: 'card' as const,
    note: '',
  };
}
