import { sql } from 'kysely';
import type { PaymentMethod, VisitKind } from '#shared/features/visits/kinds.ts';
import { addDays, instantAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitsTable } from './tables.ts';

export interface DayFilter {
  /** In Finland, `YYYY-MM-DD`. */
  readonly date: string;
  readonly practitionerId: string | null;
  readonly kind: VisitKind | null;
}

/** From the first instant of the day until the first of the next, which is not included. */
export function limitsOf(date: string): { from: string; until: string } {
  return { from: instantAt(date, '00:00'), until: instantAt(addDays(date, 1), '00:00') };
}

/** By time and not by practitioner: `+` keeps SQLite from reading all that one person has ever done. */
function visitsOn(db: Queries, { date, practitionerId, kind }: DayFilter) {
  const { from, until } = limitsOf(date);
  return db
    .selectFrom('visits')
    .where('at', '>=', from)
    .where('at', '<', until)
    .$if(practitionerId !== null, (query) => query.where(sql`+practitioner_id`, '=', practitionerId))
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'visit'));
}

/** In the order of time. */
export async function visitsOfDay(db: Queries, filter: DayFilter, limit: number): Promise<VisitsTable[]> {
  return visitsOn(db, filter).selectAll().orderBy('at').orderBy('id').limit(limit).execute();
}

/** Ids of the practitioners whom some entry of the date names. */
export async function practitionersOn(db: Queries, date: string): Promise<Set<string>> {
  const rows = await visitsOn(db, { date, practitionerId: null, kind: null })
    .select('practitioner_id')
    .distinct()
    .execute();
  return new Set(rows.flatMap(({ practitioner_id }) => practitioner_id ?? []));
}

/** What each payment method brought that day, what was taken back that day counted off; null is an unknown method. */
export async function totalsOfDay(
  db: Queries,
  filter: DayFilter,
): Promise<{ paymentMethod: PaymentMethod | null; cents: number }[]> {
  const rows = await visitsOn(db, filter).select(['payment_method', 'total_cents']).execute();
  const sums = new Map<PaymentMethod | null, number>();
  for (const { payment_method, total_cents } of rows) {
    if (total_cents !== 0) sums.set(payment_method, (sums.get(payment_method) ?? 0) + total_cents);
  }
  return [...sums].map(([paymentMethod, cents]) => ({ paymentMethod, cents }));
}
