import type { feedbackProcedures } from '#shared/features/visits/feedback-contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { client } from '../../../api/client.ts';
import { usePages } from '../../../api/use-pages.ts';
import type { askedOverview } from './overview-filter.ts';

type OverviewPage = CallOutput<typeof feedbackProcedures.feedbackOverview>;

/** What was said in a period, newest first, as far back as has been asked for; the sums are on the first page. */
export function useOverview(asked: ReturnType<typeof askedOverview>) {
  return usePages<OverviewPage>((last) => {
    const end = last?.feedback.at(-1);
    const before = end ? { receivedAt: end.receivedAt, id: end.id } : null;
    return client.visits.feedbackOverview({ ...asked, before });
  });
}
