import { callOfStep, type FirstStep, firstSteps } from '#shared/features/audit/first-steps.ts';
import type { Queries } from '../../database/database.ts';

/** Rows of a few weeks' work: whoever has them is not new, and the log is never read further for this. */
const beginning = 2000;

/** What a person has not yet done once; nothing for somebody who has worked here for weeks. */
export async function stepsLeft(db: Queries, userId: string): Promise<FirstStep[]> {
  const rows = await db
    .selectFrom((query) =>
      query
        .selectFrom('audit_events')
        .select(['action', 'outcome'])
        .where('actor_id', '=', userId)
        .orderBy('sequence')
        .limit(beginning)
        .as('first_rows'),
    )
    .select(({ fn }) => ['action', 'outcome', fn.countAll<number>().as('times')])
    .groupBy(['action', 'outcome'])
    .execute();
  const isNew = rows.reduce((sum, { times }) => sum + times, 0) < beginning;
  const done = new Set(rows.filter(({ outcome }) => outcome === 'done').map(({ action }) => action));
  return isNew ? firstSteps.filter((step) => !done.has(callOfStep[step])) : [];
}
