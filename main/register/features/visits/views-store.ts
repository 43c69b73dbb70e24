import { sql } from 'kysely';
import type { Feedback } from '#shared/features/visits/feedback-contract.ts';
import type { Visit } from '#shared/features/visits/visit-view.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitsTable } from './tables.ts';

/** Entries as they are shown: with their lines and with what was done to them later. */
export async function visitViews(
  db: Queries,
  rows: readonly VisitsTable[],
): Promise<(Visit & { source: string })[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const lines = await linesOf(db, ids);
  const reversals = await reversalsOf(db, ids);
  const originals = await originalsOf(db, rows);
  const moves = await movesHere(db, ids);
  const feedback = await feedbackOf(db, ids);
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
    reverses: reversalOf(row, originals),
    reversedBy: reversals.get(row.id) ?? null,
    movedHere: moves.get(row.id) ?? null,
    feedback: feedback.get(row.id) ?? [],
    note: row.note,
    source: row.source,
    recordedById: row.recorded_by,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }));
}

function reversalOf({ reverses, reason, at }: VisitsTable, originals: ReadonlyMap<string, string>) {
  if (reverses === null) return null;
  return { id: reverses, at: originals.get(reverses) ?? at, reason: reason ?? '' };
}

/** However many ids: one parameter. */
const anyOf = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

function grouped<Row, Value>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  readOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(readOf(row));
    else groups.set(keyOf(row), [readOf(row)]);
  }
  return groups;
}

async function linesOf(db: Queries, visitIds: readonly string[]): Promise<Map<string, Visit['lines']>> {
  const rows = await db
    .selectFrom('visit_lines')
    .selectAll()
    .where('visit_id', 'in', anyOf(visitIds))
    .orderBy('visit_id')
    .orderBy('position')
    .execute();
  return grouped(
    rows,
    (row) => row.visit_id,
    (row) => ({
      id: row.id,
      name: row.name,
      quantity: row.quantity,
      unitPriceCents: row.unit_price_cents,
      vatRate: row.vat_rate,
      discountRate: row.discount_rate,
      discountCents: row.discount_cents,
    }),
  );
}

async function reversalsOf(db: Queries, visitIds: readonly string[]) {
  const rows = await db
    .selectFrom('visits')
    .select(['reverses', 'id', 'at', 'recorded_by_name as by', 'reason'])
    .where('reverses', 'in', anyOf(visitIds))
    .execute();
  return new Map(
    rows.map(({ reverses, reason, ...reversal }) => [reverses, { ...reversal, reason: reason ?? '' }]),
  );
}

async function originalsOf(db: Queries, rows: readonly VisitsTable[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ reverses }) => reverses ?? []);
  if (ids.length === 0) return new Map();
  const originals = await db
    .selectFrom('visits')
    .select(['id', 'at'])
    .where('id', 'in', anyOf(ids))
    .execute();
  return new Map(originals.map(({ id, at }) => [id, at]));
}

/** The last move of each. */
async function movesHere(db: Queries, visitIds: readonly string[]) {
  const rows = await db
    .selectFrom('visit_moves')
    .innerJoin('customers', 'customers.id', 'visit_moves.from_customer_id')
    .select(['visit_id', 'moved_at', 'moved_by_name', 'reason', 'customer_number'])
    .where('visit_id', 'in', anyOf(visitIds))
    .orderBy('visit_moves.visit_id')
    .orderBy('visit_moves.id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.visit_id,
      { at: row.moved_at, by: row.moved_by_name, reason: row.reason, fromNumber: row.customer_number },
    ]),
  );
}

async function feedbackOf(db: Queries, visitIds: readonly string[]): Promise<Map<string, Feedback[]>> {
  const rows = await db
    .selectFrom('visit_feedback')
    .select([
      'visit_id',
      'id',
      'rating',
      'words',
      'received_at as receivedAt',
      'recorded_by_name as recordedBy',
    ])
    .where('visit_id', 'in', anyOf(visitIds))
    .orderBy('visit_id')
    .orderBy('id')
    .execute();
  return grouped(
    rows,
    (row) => row.visit_id ?? '',
    ({ visit_id: _, ...feedback }) => feedback,
  );
}
