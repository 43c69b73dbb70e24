import { useState } from 'react';
import type { OverviewFeedback } from '#shared/features/visits/feedback-contract.ts';
import { ratings } from '#shared/features/visits/rating.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { whatHappened } from '../visit-text.ts';
import styles from './overview-page.module.css';

interface FeedbackListProps {
  feedback: readonly OverviewFeedback[];
  onOpenCustomer: (customerId: string) => void;
}

/** What was said, newest first; Enter opens the customer, unless it was said without a name. */
export function FeedbackList({ feedback, onOpenCustomer }: FeedbackListProps) {
  const t = useTexts();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return (
    <div className={styles.table}>
      <Table
        label={t('visits:overview.said')}
        columns={columns(t, onOpenCustomer)}
        rows={feedback}
        rowId={({ id }) => id}
        selectedId={selectedId}
        onSelect={({ id }) => setSelectedId(id)}
        onOpen={({ of }) => of && onOpenCustomer(of.customer.id)}
        empty={t('visits:overview.noWords')}
      />
    </div>
  );
}

function columns(t: Translate, onOpenCustomer: (customerId: string) => void): Column<OverviewFeedback>[] {
  return [
    {
      id: 'date',
      header: t('visits:overview.date'),
      width: '118px',
      cell: ({ receivedAt }) => formatDate(dateAt(receivedAt)),
    },
    {
      id: 'rating',
      header: t('visits:feedback.rating'),
      width: '116px',
      cell: ({ rating }) => ratingText(t, rating),
    },
    {
      id: 'words',
      header: t('visits:overview.said'),
      cell: ({ words }) =>
        words === null ? (
          <span className={styles.dim}>–</span>
        ) : (
          <span className={styles.words}>{t('visits:feedback.quoted', { words })}</span>
        ),
    },
    {
      id: 'practitioner',
      header: t('visits:log.practitioner'),
      width: 'min(160px, 13vw)',
      cell: ({ of }) => of?.practitionerName ?? <span className={styles.dim}>–</span>,
    },
    {
      id: 'what',
      header: t('visits:day.what'),
      width: 'min(190px, 14vw)',
      cell: ({ of }) =>
        (of && whatHappened(t, { ...of, lines: [], reverses: null })) || (
          <span className={styles.dim}>–</span>
        ),
    },
    {
      id: 'customer',
      header: t('visits:day.customer'),
      width: 'min(250px, 19vw)',
      isRowHeader: true,
      cell: ({ of }) =>
        of ? (
          <div className={styles.customer}>
            <LinkButton onPress={() => onOpenCustomer(of.customer.id)}>
              {`${of.customer.lastName} ${of.customer.firstNames}`}
            </LinkButton>
            <span className={styles.dim}>{of.customer.number}</span>
          </div>
        ) : (
          <span className={styles.dim}>{t('visits:overview.anonymous')}</span>
        ),
    },
  ];
}

function ratingText(t: Translate, rating: number): string {
  const known = ratings.find((one) => one === rating);
  return known === undefined ? String(rating) : t(`visits:feedback.ratings.${known}`);
}
