import { useState } from 'react';
import type { VisitFilter } from '#shared/features/visits/contract.ts';
import type { Visit } from '#shared/features/visits/visit-view.ts';
import { dateAt, formatDate, today } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Entry } from './correct/entry.ts';
import { EntryMenu } from './correct/entry-menu.tsx';
import { MovedAway } from './moved-away.tsx';
import { hasReceipt } from './receipt/receipt-of.ts';
import { useReceiptKey } from './receipt/use-receipt.tsx';
import { Struck } from './struck.tsx';
import { useVisitPages } from './use-visits.ts';
import { VisitFilterChoice } from './visit-filter-choice.tsx';
import styles from './visit-list.module.css';
import { laterTexts, smallText, sumText, whatHappened } from './visit-text.ts';

/** The visit that is being written in the panel. */
export interface DraftVisit {
  date: string;
  service: string;
  practitioner: string;
  totalCents: number;
}

interface Row {
  id: string;
  date: string;
  service: string;
  small: string;
  /** What was done to the entry later, each in a sentence. */
  later: readonly string[];
  note: string | null;
  sum: string;
  isDraft: boolean;
  entry: Entry | null;
  /** Struck through, and its sum with it: taken back. */
  isReversed: boolean;
}

interface VisitListProps {
  customerId: string;
  draft: DraftVisit | null;
  /** The visit that was logged last, while the list is open. */
  loggedId: string | null;
  onLog: () => void;
}

/** Every visit of the customer, newest first; the one being written stands above them. */
export function VisitList(props: VisitListProps) {
  return (
    <div className={styles.list}>
      <Visits {...props} />
    </div>
  );
}

function Visits({ customerId, draft, loggedId, onLog }: VisitListProps) {
  const t = useTexts();
  const [show, setShow] = useState<VisitFilter>('all');
  const pages = useVisitPages(customerId, show);
  const loaded = pages.data ?? [];
  const entries = loaded.flatMap((page) => page.visits);
  const charged = entries.filter(hasReceipt);
  const chosen = charged.some(({ id }) => id === loggedId) ? loggedId : null;
  useReceiptKey(charged, { chosen, newest: charged[0], entryOf: (visit) => ({ visit, customerId }) });
  const [first] = loaded;
  if (!first) {
    return (
      <>
        <ReadFault of={pages} />
        {!pages.error && <Skeleton label={t('visits:loading')} rows={6} />}
      </>
    );
  }
  const isBlank = first.count === 0 && first.visits.length === 0 && first.movedAway.length === 0;
  if (isBlank && show === 'all' && !draft) return <NoVisits onLog={onLog} />;

  const visits = entries.map((visit) => rowOf(t, visit, customerId));
  const rows = draft ? [draftRow(t, draft), ...visits] : visits;
  const sum = formatCents(first.yearTotalCents);
  return (
    <>
      <ReadFault of={pages} />
      <div className={styles.head}>
        <VisitFilterChoice count={first.count} value={show} onChange={setShow} />
        <p className={styles.summary}>
          {t('visits:summary', { count: first.count, sum, year: today().slice(0, 4) })}
        </p>
      </div>
      <Table
        label={t('visits:title')}
        columns={columns(t)}
        rows={rows}
        rowId={({ id }) => id}
        rowTone={({ isDraft }) => (isDraft ? 'draft' : undefined)}
        empty={t(show === 'all' ? 'visits:recent.none' : 'visits:list.nothingShown')}
      />
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t(pages.isFetchingNextPage ? 'visits:list.loadingMore' : 'visits:list.more')}
          </Button>
        </div>
      )}
      <ReadFault of={pages} isNextPage />
      <MovedAway moves={first.movedAway} />
    </>
  );
}

function columns(t: Translate): Column<Row>[] {
  return [
    { id: 'date', header: t('visits:list.date'), width: '92px', cell: ({ date }) => date },
    {
      id: 'service',
      header: t('visits:list.service'),
      isRowHeader: true,
      cell: ({ service, small, later, note, isReversed }) => (
        <>
          <Struck isStruck={isReversed} className={styles.service}>
            {service}
          </Struck>
          <small>{small}</small>
          {later.map((sentence) => (
            <span key={sentence} className={styles.later}>
              {sentence}
            </span>
          ))}
          {note && <span className={styles.note}>{note}</span>}
        </>
      ),
    },
    {
      id: 'sum',
      header: t('visits:list.sum'),
      align: 'end',
      cell: ({ sum, entry, isReversed }) => (
        <>
          <Struck isStruck={isReversed} className={styles.sum}>
            {sum}
          </Struck>
          {entry && (
            <div className={styles.actions}>
              <EntryMenu entry={entry} />
            </div>
          )}
        </>
      ),
    },
  ];
}

function rowOf(t: Translate, visit: Visit, customerId: string): Row {
  return {
    id: visit.id,
    date: formatDate(dateAt(visit.at)),
    service: whatHappened(t, visit),
    small: smallText(t, visit),
    later: laterTexts(t, visit),
    note: visit.note,
    sum: sumText(visit),
    isDraft: false,
    entry: { visit, customerId },
    isReversed: visit.reversedBy !== null,
  };
}

function draftRow(t: Translate, { date, service, practitioner, totalCents }: DraftVisit): Row {
  return {
    id: 'draft',
    date,
    service: service || t('visits:list.serviceMissing'),
    small: [practitioner, t('visits:list.draft')].filter(Boolean).join(' · '),
    later: [],
    note: null,
    sum: formatCents(totalCents),
    isDraft: true,
    entry: null,
    isReversed: false,
  };
}

function NoVisits({ onLog }: { onLog: () => void }) {
  const t = useTexts();
  return (
    <EmptyState
      title={t('visits:empty.title')}
      action={
        <Button keys="F4" onPress={onLog}>
          {t('visits:log.title')}
        </Button>
      }
    >
      {t('visits:empty.text')}
    </EmptyState>
  );
}
