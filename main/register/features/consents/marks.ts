import type { ConsentMarks } from '#shared/features/customers/contract.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import { markOf } from './rules.ts';
import { currentVersions, shortHistoriesOf } from './store.ts';

/** The marks M K T P of customers in a list, at an instant; two queries however many customers. */
export async function marksFor(
  db: Queries,
  customerIds: readonly string[],
  now: string,
): Promise<Map<string, ConsentMarks>> {
  if (customerIds.length === 0) return new Map();
  const today = dateAt(now);
  const versions = await currentVersions(db);
  const histories = await shortHistoriesOf(db, customerIds);
  const marks = new Map<string, ConsentMarks>();
  for (const [customerId, history] of histories) {
    marks.set(customerId, {
      marketing: markOf(['direct-marketing'], history, versions, today),
      surveys: markOf(['customer-surveys'], history, versions, today),
      research: markOf(['market-research', 'opinion-polls'], history, versions, today),
      healthProfile: markOf(['health-profile'], history, versions, today),
    });
  }
  return marks;
}
