import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { countOf } from '#shared/features/visits/rating.ts';
import { dateAt } from '#shared/values/dates.ts';
import { makeStale } from '../../../api/query-client.ts';
import { useMinute } from '../../../app/clock.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useKeptState } from '../../../app/kept-state.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
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
  const faults = useFaultTexts();
  const queryClient = useQueryClient();
  const pages = useOverview(asked);
  if (pages.error && !pages.data) {
    return (
      <div className={oneColumn.notice}>
        <Banner
          tone="stop"
          role="alert"
          title={faults.ofError(pages.error)}
          actions={
            <Button small onPress={() => makeStale(queryClient, ['visits'])}>
              {t('tryAgain')}
            </Button>
          }
        />
      </div>
    );
  }
  const sums = pages.data?.[0]?.sums;
  if (!pages.data || !sums) {
    return (
      <div className={oneColumn.notice}>
        <Skeleton label={t('visits:overview.loading')} rows={8} />
      </div>
    );
  }
  if (countOf(sums.all) === 0) {
    return (
      <div className={oneColumn.notice}>
        <EmptyState title={t('visits:overview.empty')}>{t('visits:overview.emptyText')}</EmptyState>
      </div>
    );
  }
  return (
    <div className={oneColumn.scroll}>
      <FeedbackSummary sums={sums} />
      <FeedbackList
        feedback={pages.data.flatMap(({ feedback }) => feedback)}
        onOpenCustomer={onOpenCustomer}
      />
      {pages.hasNextPage && (
        <div className={oneColumn.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t(pages.isFetchingNextPage ? 'visits:list.loadingMore' : 'visits:list.more')}
          </Button>
        </div>
      )}
      {pages.error && (
        <div className={oneColumn.notice}>
          <Banner tone="stop" role="alert" title={faults.ofError(pages.error)} />
        </div>
      )}
    </div>
  );
}
