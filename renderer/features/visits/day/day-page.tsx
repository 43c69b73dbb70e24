import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { DayVisit } from '#shared/features/visits/day-contract.ts';
import { addDays, dateAt } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useMinute } from '../../../app/clock.ts';
import { useKeptState } from '../../../app/kept-state.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { InPanelSlot } from '../../../app/panel-slot.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import oneColumn from '../../../ui/one-column.module.css';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FeedbackDialog } from '../correct/feedback-dialog.tsx';
import { AnonymousFeedback } from './anonymous-feedback.tsx';
import { DayHead } from './day-head.tsx';
import styles from './day-page.module.css';
import { DayTable } from './day-table.tsx';
import { DayTotals } from './day-totals.tsx';
import { askedOf, type DayFilter, firstDayFilter } from './filter.ts';
import { QuickAdd } from './quick-add.tsx';

interface DayPageProps {
  onOpenCustomer: (customerId: string) => void;
  /** To what customers have said over a longer time; null for those who do not see it. */
  onOpenFeedback: (() => void) | null;
}

/** What happened on one day: not a booking calendar, and it says so. */
export function DayPage({ onOpenCustomer, onOpenFeedback }: DayPageProps) {
  const t = useTexts();
  const today = dateAt(useMinute());
  const [filter, setFilter] = useKeptState<DayFilter>('visits-day', firstDayFilter);
  const [isAdding, setIsAdding] = useState(false);
  const [isGivingFeedback, setIsGivingFeedback] = useState(false);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const date = filter.date ?? today;
  const go = (to: string) => setFilter({ ...filter, date: to >= today ? null : to });
  useViewKeys([
    { keys: 'PageUp', label: t('visits:day.previous'), action: () => go(addDays(date, -1)) },
    {
      keys: 'PageDown',
      label: t('visits:day.next'),
      action: () => go(addDays(date, 1)),
      isEnabled: date < today,
    },
    { keys: 'F4', label: t('visits:log.title'), action: () => setIsAdding(true), onBar: !isAdding },
    ...(onOpenFeedback
      ? [{ keys: 'Alt+2', label: t('visits:overview.title'), action: onOpenFeedback, onBar: false }]
      : []),
  ]);
  return (
    <div className={oneColumn.page}>
      <DayHead filter={filter} date={date} today={today} onChange={setFilter} onGo={go}>
        {onOpenFeedback && (
          <Button keys={['Alt', '2']} onPress={onOpenFeedback}>
            {t('visits:overview.title')}
          </Button>
        )}
        <Button onPress={() => setIsGivingFeedback(true)}>{t('visits:feedback.anonymous')}</Button>
        {!isAdding && (
          <Button variant="primary" keys="F4" onPress={() => setIsAdding(true)}>
            {t('visits:log.title')}
          </Button>
        )}
      </DayHead>
      <Day
        filter={filter}
        date={date}
        selectedId={selectedId}
        onSelect={setSelectedId}
        onOpenCustomer={onOpenCustomer}
        onAdd={() => setIsAdding(true)}
      />
      {isAdding && (
        <InPanelSlot width="clamp(476px, 30.6vw, 520px)">
          <QuickAdd day={filter.date} onLogged={setSelectedId} onClose={() => setIsAdding(false)} />
        </InPanelSlot>
      )}
      {isGivingFeedback && <FeedbackDialog entry={null} onClose={() => setIsGivingFeedback(false)} />}
    </div>
  );
}

interface DayProps {
  filter: DayFilter;
  date: string;
  selectedId: string | null;
  onSelect: (visitId: string) => void;
  onOpenCustomer: (customerId: string) => void;
  onAdd: () => void;
}

function Day({ filter, date, selectedId, onSelect, onOpenCustomer, onAdd }: DayProps) {
  const t = useTexts();
  const asked = useDeferredValue(askedOf(filter, date));
  const read = useQuery(client.visits.ofDay(asked));
  const { data, error } = read;
  if (!data) {
    return (
      <>
        <ReadFault of={read} isAtEdge />
        {!error && (
          <div className={oneColumn.notice}>
            <Skeleton label={t('visits:loading')} rows={6} />
          </div>
        )}
      </>
    );
  }
  const isNarrowed = filter.practitioner !== null || filter.kind !== null;
  return (
    <>
      <ReadFault of={read} isAtEdge />
      <div className={classNames(oneColumn.scroll, styles.day)}>
        {data.visits.length === 0 ? (
          <div className={oneColumn.notice}>
            <EmptyState
              title={t(isNarrowed ? 'visits:day.emptyNarrowed' : 'visits:day.empty')}
              action={
                <Button keys="F4" onPress={onAdd}>
                  {t('visits:log.title')}
                </Button>
              }
            >
              {t('visits:day.emptyText')}
            </EmptyState>
          </div>
        ) : (
          <div className={styles.table}>
            <DayTable
              visits={data.visits}
              selectedId={selectedId}
              onSelect={onSelect}
              onOpen={({ customer }: DayVisit) => onOpenCustomer(customer.id)}
            />
          </div>
        )}
        {data.more && <p className={oneColumn.notice}>{t('visits:day.more')}</p>}
        <AnonymousFeedback feedback={data.anonymousFeedback} />
      </div>
      <DayTotals totals={data.totals} isNarrowed={isNarrowed} />
    </>
  );
}
