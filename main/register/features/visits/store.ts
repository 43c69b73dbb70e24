import { sql } from 'kysely';
import type { VisitLine } from '#shared/features/visits/contract.ts';
import type { Visit } from '#shared/features/visits/visit-view.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitsTable } from './tables.ts';
import { visitViews } from './views-store.ts';

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

/** Which of a customer's entries: all, those since an instant, or those in which a product was bought. */
export type Shown = 'all' | { readonly since: string } | 'purchases';

/** Newest first. @param before the last entry already seen (keyset); null from the newest */
export async function visitsOfCustomer(
  db: Queries,
  customerId: string,
  { shown, before, limit }: { shown: Shown; before: { at: string; id: string } | null; limit: number },
): Promise<(Visit & { source: string })[]> {
  const rows = await db
    .selectFrom('visits')
    .selectAll()
    .where('customer_id', '=', customerId)
    .$if(typeof shown === 'object', (query) =>
      query.where('at', '>=', typeof shown === 'object' ? shown.since : ''),
    )
    .$if(shown === 'purchases', (query) => query.where(({ exists }) => exists(productLines(db))))
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(before?.at ?? '', before?.id ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return visitViews(db, rows);
}

/** The products on the lines of `visits`; a line without an item was sold as a product too. */
function productLines(db: Queries) {
  return db
    .selectFrom('visit_lines')
    .leftJoin('price_items', 'price_items.id', 'visit_lines.item_id')
    .select('visit_lines.id')
    .whereRef('visit_lines.visit_id', '=', sql.ref('visits.id'))
    .where((where) =>
      where.or([where('price_items.kind', '=', 'product'), where('price_items.id', 'is', null)]),
    );
}

/**
 * How many times something happened, and what it cost: entries that were taken back do not count.
 * @param yearStart instant from which the sum is counted
 */
export async function visitSums(
  db: Queries,
  customerId: string,
  yearStart: string,
): Promise<{ count: number; yearTotalCents: number }> {
  const { entries, reversals, yearTotalCents } = await db
    .selectFrom('visits')
    .select((query) => [
      query.fn.countAll<number>().as('entries'),
      query.fn.count<number>('reverses').as('reversals'),
      query.fn
        .coalesce(query.fn.sum<number>('total_cents').filterWhere('at', '>=', yearStart), query.val(0))
        .as('yearTotalCents'),
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return { count: entries - 2 * reversals, yearTotalCents };
}
