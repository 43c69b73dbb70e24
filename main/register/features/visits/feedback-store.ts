import type { Feedback, VisitFeedback } from '#shared/features/visits/feedback-contract.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitFeedbackTable } from './tables.ts';

export async function insertFeedback(tx: Queries, feedback: VisitFeedbackTable): Promise<void> {
  await tx.insertInto('visit_feedback').values(feedback).execute();
}

/** What was said of a customer's visits, newest first; of one that was taken back it stands beside that entry only. */
export async function feedbackOfCustomer(
  db: Queries,
  customerId: string,
  limit: number,
): Promise<VisitFeedback[]> {
  const rows = await db
    .selectFrom('visits')
    .innerJoin('visit_feedback', 'visit_feedback.visit_id', 'visits.id')
    .leftJoin('visits as reversal', 'reversal.reverses', 'visits.id')
    .select([
      'visit_feedback.id',
      'rating',
      'words',
      'received_at as receivedAt',
      'visit_feedback.recorded_by_name as recordedBy',
      'visits.id as visitId',
      'visits.at',
      'visits.kind',
      'visits.service_name as serviceName',
    ])
    .where('visits.customer_id', '=', customerId)
    .where('reversal.id', 'is', null)
    .orderBy('received_at', 'desc')
    .orderBy('visit_feedback.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ visitId, at, kind, serviceName, ...feedback }) => ({
    ...feedback,
    visit: { id: visitId, at, kind, serviceName },
  }));
}

/** What was said without a name, from one instant until another, which is not included. */
export async function anonymousFeedback(db: Queries, from: string, until: string): Promise<Feedback[]> {
  return db
    .selectFrom('visit_feedback')
    .select(['id', 'rating', 'words', 'received_at as receivedAt', 'recorded_by_name as recordedBy'])
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
    .where('visit_id', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}
