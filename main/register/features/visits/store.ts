import type { Visit, VisitLine } from '#shared/features/visits/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitsTable } from './tables.ts';

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
