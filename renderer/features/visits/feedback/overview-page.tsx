import { useDeferredValue } from 'react';
import { countOf } from '#shared/features/visits/rating.ts';
import { dateAt } from '#shared/values/dates.ts';
import { useMinute } from '../../../app/clock.ts';
import { useKeptState } from '../../../app/kept-state.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import oneColumn from '../../../ui/one-column.module.css';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { FeedbackSummary } from './feedback-summary.tsx';
import { askedOverview, firstOverviewFilter } from './overview-filter.ts';
import { OverviewFilters } from './overview-filters.tsx';
import { useOverview } from './use-overview.ts';

interface OverviewPageProps {
  onOpenCustomer: (customerId: string) => void;
  onOpenDay: () => void;
}

/** The manager's page: how customers rate the office in a period, and what they say. */
export function OverviewPage({ onOpenCustomer, onOpenDay }: OverviewPageProps) {
  const t = useTexts();
  const today = dateAt(useMinute());
  const [filter, setFilter] = useKeptState('feedback-overview', firstOverviewFilter);
  const asked = askedOverview(filter, today);
  useViewKeys([{ keys: 'Alt+1', label: t('visits:overview.day'), action: onOpenDay, onBar: false }]);
  return (
    <div className={oneColumn.page}>
      <header className={oneColumn.head}>
        <h1>{t('visits:overview.title')}</h1>
        <Button keys={['Alt', '1']} onPress={onOpenDay}>
          {t('visits:overview.day')}
        </Button>
      </header>
      <OverviewFilters filter={filter} days={asked} onChange={setFilter} />
      <Feedback asked={useDeferredValue(asked)} onOpenCustomer={onOpenCustomer} />
    </div>
  );
}

interface FeedbackProps extends Pick<OverviewPageProps, 'onOpenCustomer'> {
  asked: ReturnType<typeof askedOverview>;
}

function Feedback({ asked, onOpenCustomer }: FeedbackProps) {
  const t = useTexts();
  const pages = useOverview(asked);
  return (
    <>
      <ReadFault of={pages} isAtEdge />
      {!pages.data && !pages.error && (
        <div className={oneColumn.notice}>
          <Skeleton label={t('visits:overview.loading')} rows={8} />
        </div>
      )}
      {pages.data && <Given pages={pages} onOpenCustomer={onOpenCustomer} />}
    </>
  );
}

interface GivenProps extends Pick<OverviewPageProps, 'onOpenCustomer'> {
  pages: ReturnType<typeof useOverview>;
}

function Given({ pages, onOpenCustomer }: GivenProps) {
  const t = useTexts();
  const all = pages.data ?? [];
  const sums = all[0]?.sums;
  if (!sums || countOf(sums.all) === 0) {
    return (
      <div className={oneColumn.notice}>
        <EmptyState title={t('visits:overview.empty')}>{t('visits:overview.emptyText')}</EmptyState>
      </div>
    );
  }
  return (
    <div className={oneColumn.scroll}>
      <FeedbackSummary sums={sums} />
      <FeedbackList feedback={all.flatMap(({ feedback }) => feedback)} onOpenCustomer={onOpenCustomer} />
      {pages.hasNextPage && (
        <div className={oneColumn.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t(pages.isFetchingNextPage ? 'visits:list.loadingMore' : 'visits:list.more')}
          </Button>
        </div>
      )}
      <ReadFault of={pages} isNextPage isAtEdge />
    </div>
  );
}
