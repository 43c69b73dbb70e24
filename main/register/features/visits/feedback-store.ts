import type { Feedback } from '#shared/features/visits/feedback-contract.ts';
import type { Queries } from '../../database/database.ts';
import type { VisitFeedbackTable } from './tables.ts';

export async function insertFeedback(tx: Queries, feedback: VisitFeedbackTable): Promise<void> {
  await tx.insertInto('visit_feedback').values(feedback).execute();
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
