import type { FeedbackSums, feedbackProcedures } from '#shared/features/visits/feedback-contract.ts';
import { type RatingCounts, ratings } from '#shared/features/visits/rating.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import { compareNames } from '#shared/values/names.ts';
import type { Queries } from '../../database/database.ts';
import type { QueryContext } from '../../rpc/handlers.ts';
import { type FeedbackPeriod, type FeedbackRow, feedbackIn, ratingsIn } from './feedback-overview-store.ts';
import type { ReceiptPorts } from './print-receipt.ts';

type Overview = typeof feedbackProcedures.feedbackOverview;

const pageSize = 50;

/** As the day's view: of a customer the name and the number, never contact details. */
export async function feedbackOverview(
  ports: Pick<ReceiptPorts, 'customerNames'>,
  { onlyWords, before, ...period }: HandlerInput<Overview>,
  { db }: QueryContext,
): Promise<HandlerOutput<Overview>> {
  const rows = await feedbackIn(db, period, { onlyWords, before, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const names = await ports.customerNames(
    db,
    shown.flatMap(({ customer_id }) => customer_id ?? []),
  );
  return {
    feedback: shown.map((row) => ({
      id: row.id,
      rating: row.rating,
      words: row.words,
      receivedAt: row.received_at,
      of: visitOf(row, names),
    })),
    more: rows.length > pageSize,
    sums: before === null ? await sumsOf(db, period) : null,
  };
}

type Names = Awaited<ReturnType<ReceiptPorts['customerNames']>>;

function visitOf({ customer_id, kind, service_name, practitioner_name }: FeedbackRow, names: Names) {
  const name = customer_id === null ? undefined : names.get(customer_id);
  if (customer_id === null || kind === null || name === undefined) return null;
  return {
    kind,
    serviceName: service_name,
    practitionerName: practitioner_name,
    customer: { id: customer_id, ...name },
  };
}

async function sumsOf(db: Queries, period: FeedbackPeriod): Promise<FeedbackSums> {
  const rows = await ratingsIn(db, period);
  const practitioners = new Map<string | null, { name: string | null; counts: RatingCounts }>();
  let all = none;
  let anonymous = none;
  for (const row of rows) {
    all = plus(all, row.rating, row.all);
    anonymous = plus(anonymous, row.rating, row.all - row.named);
    const { practitionerId: id, practitionerName: name } = row;
    const counts = plus(practitioners.get(id)?.counts ?? none, row.rating, row.named);
    if (row.named > 0) practitioners.set(id, { name, counts });
  }
  return {
    all: [...all],
    practitioners: [...practitioners]
      .map(([id, { name, counts }]) => ({ id, name, counts: [...counts] }))
      .sort(byName),
    anonymous: [...anonymous],
  };
}

const none: RatingCounts = ratings.map(() => 0);

function plus(counts: RatingCounts, rating: number, more: number): RatingCounts {
  return counts.map((count, index) => (ratings[index] === rating ? count + more : count));
}

/** In the order of names and never of ratings; without a practitioner last. */
function byName(a: { name: string | null }, b: { name: string | null }): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return compareNames(a.name, b.name);
}
