import type { PriceListItem, Visit, VisitLine } from '#shared/features/visits/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitsTable } from './tables.ts';

/** Services in the order of the number keys, then products; retired ones are left out. */
export async function activePriceList(db: Queries): Promise<PriceListItem[]> {
  const rows = await db
    .selectFrom('price_items')
    .select(['id', 'kind', 'name', 'minutes', 'unit_price_cents', 'vat_rate'])
    .where('retired_at', 'is', null)
    .orderBy('kind', 'desc')
    .orderBy('position')
    .execute();
  return rows.map(({ unit_price_cents, vat_rate, ...item }) => ({
    ...item,
    unitPriceCents: unit_price_cents,
    vatRate: vat_rate,
  }));
}

export function activePractitioners(db: Queries): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('practitioners')
    .select(['id', 'name'])
    .where('retired_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function activeService(db: Queries, id: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('price_items')
    .select('name')
    .where('id', '=', id)
    .where('kind', '=', 'service')
    .where('retired_at', 'is', null)
    .executeTakeFirst();
}

export function activePractitioner(db: Queries, id: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('practitioners')
    .select('name')
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
}

/** How many of the given items exist; lines may name only items of the price list. */
export async function countItems(db: Queries, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await db
    .selectFrom('price_items')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertPractitioner(
  tx: Queries,
  practitioner: { id: string; name: string },
): Promise<void> {
  await tx
    .insertInto('practitioners')
    .values({ ...practitioner, retired_at: null })
    .execute();
}

export async function insertPriceItems(tx: Queries, items: readonly PriceListItem[]): Promise<void> {
  const rows = items.map(({ unitPriceCents, vatRate, ...item }, index) => ({
    ...item,
    unit_price_cents: unitPriceCents,
    vat_rate: vatRate,
    position: index + 1,
    retired_at: null,
  }));
  await tx.insertInto('price_items').values(rows).execute();
}

export async function insertVisit(
  tx: Queries,
  visit: VisitsTable,
  lines: readonly VisitLine[],
): Promise<void> {
  await tx.insertInto('visits').values(visit).execute();
  if (lines.length === 0) return;
  await tx
    .insertInto('visit_lines')
    .values(
      lines.map((line, index) => ({
        id: line.id,
        visit_id: visit.id,
        position: index + 1,
        item_id: line.itemId,
        name: line.name,
        quantity: line.quantity,
        unit_price_cents: line.unitPriceCents,
        vat_rate: line.vatRate,
        discount_rate: line.discountRate,
        discount_cents: line.discountCents,
      })),
    )
    .execute();
}

/** Newest first. @param before the last visit already seen (keyset); null from the newest */
export async function visitsOfCustomer(
  db: Queries,
  customerId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<(Visit & { source: string })[]> {
  const rows = await db
    .selectFrom('visits')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(before?.at ?? '', before?.id ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const lines = await linesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    serviceName: row.service_name,
    practitionerName: row.practitioner_name,
    lines: lines.get(row.id) ?? [],
    totalCents: row.total_cents,
    paymentMethod: row.payment_method,
    receiptNumber: row.receipt_number,
    note: row.note,
    source: row.source,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }));
}

async function linesOf(db: Queries, visitIds: readonly string[]): Promise<Map<string, Visit['lines']>> {
  const byVisit = new Map<string, Visit['lines']>();
  if (visitIds.length === 0) return byVisit;
  const rows = await db
    .selectFrom('visit_lines')
    .selectAll()
    .where('visit_id', 'in', visitIds)
    .orderBy('visit_id')
    .orderBy('position')
    .execute();
  for (const row of rows) {
    const line = {
      id: row.id,
      name: row.name,
      quantity: row.quantity,
      unitPriceCents: row.unit_price_cents,
      vatRate: row.vat_rate,
      discountRate: row.discount_rate,
      discountCents: row.discount_cents,
    };
    byVisit.set(row.visit_id, [...(byVisit.get(row.visit_id) ?? []), line]);
  }
  return byVisit;
}

/** @param yearStart instant from which the sum is counted */
export async function visitSums(
  db: Queries,
  customerId: string,
  yearStart: string,
): Promise<{ count: number; yearTotalCents: number }> {
  return db
    .selectFrom('visits')
    .select((query) => [
      query.fn.countAll<number>().as('count'),
      query.fn
        .coalesce(query.fn.sum<number>('total_cents').filterWhere('at', '>=', yearStart), query.val(0))
        .as('yearTotalCents'),
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
}
