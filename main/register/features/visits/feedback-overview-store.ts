import type { VisitKind } from '#shared/features/visits/kinds.ts';
import { addDays, instantAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';

export interface FeedbackPeriod {
  /** First and last day in Finland, `YYYY-MM-DD`; null leaves that side open. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface FeedbackRow {
  readonly id: string;
  readonly rating: number;
  readonly words: string | null;
  readonly received_at: string;
  /** Null, as all that follows, when it was given without a name. */
  readonly customer_id: string | null;
  readonly kind: VisitKind | null;
  readonly service_name: string | null;
  readonly practitioner_name: string | null;
}

/**
 * By when it was received and not by visit: one range of one index, whatever the length of the register. Of a visit
 * that was taken back nothing: it was written down by mistake, and what was said is not of it.
 */
function receivedIn(db: Queries, { from, to }: FeedbackPeriod) {
  return db
    .selectFrom('visit_feedback')
    .leftJoin('visits', 'visits.id', 'visit_feedback.visit_id')
    .leftJoin('practitioners', 'practitioners.id', 'visits.practitioner_id')
    .leftJoin('visits as reversal', 'reversal.reverses', 'visit_feedback.visit_id')
    .where('reversal.id', 'is', null)
    .$if(from !== null, (query) => query.where('received_at', '>=', instantAt(from ?? '', '00:00')))
    .$if(to !== null, (query) => query.where('received_at', '<', instantAt(addDays(to ?? '', 1), '00:00')));
}

interface PageOfFeedback {
  readonly onlyWords: boolean;
  /** The last one already seen (keyset); null from the newest. */
  readonly before: { receivedAt: string; id: string } | null;
  readonly limit: number;
}

/** Newest first. */
export async function feedbackIn(
  db: Queries,
  period: FeedbackPeriod,
  { onlyWords, before, limit }: PageOfFeedback,
): Promise<FeedbackRow[]> {
  return receivedIn(db, period)
    .select([
      'visit_feedback.id as id',
      'rating',
      'words',
      'received_at',
      'visits.customer_id',
      'visits.kind',
      'visits.service_name',
      'practitioners.name as practitioner_name',
    ])
    .$if(onlyWords, (query) => query.where('words', 'is not', null))
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('received_at', 'visit_feedback.id'),
          '<',
          tuple(before?.receivedAt ?? '', before?.id ?? ''),
        ),
      ),
    )
    .orderBy('received_at', 'desc')
    .orderBy('visit_feedback.id', 'desc')
    .limit(limit)
    .execute();
}

/** How many of each rating for each practitioner, and for none, and for what was given without a name. */
export async function ratingsIn(db: Queries, period: FeedbackPeriod) {
  return receivedIn(db, period)
    .select(({ fn }) => [
      'practitioners.id as practitionerId',
      'practitioners.name as practitionerName',
      'rating',
      fn.count<number>('visits.id').as('named'),
      fn.countAll<number>().as('all'),
    ])
    .groupBy(['practitioners.id', 'rating'])
    .execute();
}
