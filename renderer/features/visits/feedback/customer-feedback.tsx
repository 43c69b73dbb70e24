import { useState } from 'react';
import type { VisitFeedback } from '#shared/features/visits/feedback-contract.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { useNewestVisits } from '../use-visits.ts';
import { whatHappened } from '../visit-text.ts';
import styles from './customer-feedback.module.css';

const shownAtFirst = 3;

/** What the customer has said of the visits, newest first, for the side of the card; nothing while there is none. */
export function CustomerFeedback({ customerId }: { customerId: string }) {
  const t = useTexts();
  const [isAllShown, setIsAllShown] = useState(false);
  const feedback = useNewestVisits(customerId).data?.feedback ?? [];
  if (feedback.length === 0) return null;
  const hasMore = feedback.length > shownAtFirst && !isAllShown;
  return (
    <section>
      <SectionHead
        title={t('visits:feedback.section')}
        end={hasMore && <LinkButton onPress={() => setIsAllShown(true)}>{t('visits:recent.all')}</LinkButton>}
      />
      <ul className={styles.list}>
        {(hasMore ? feedback.slice(0, shownAtFirst) : feedback).map((one) => (
          <Said key={one.id} feedback={one} />
        ))}
      </ul>
    </section>
  );
}

function Said({ feedback: { rating, words, receivedAt, visit } }: { feedback: VisitFeedback }) {
  const t = useTexts();
  const of = whatHappened(t, { ...visit, lines: [], reverses: null });
  return (
    <li>
      <p className={styles.head}>
        <b>{t('visits:feedback.ofFive', { rating })}</b>{' '}
        <span className={styles.date}>{formatDate(dateAt(receivedAt))}</span>
      </p>
      {words && <p className={styles.words}>{t('visits:feedback.quoted', { words })}</p>}
      <small className={styles.of}>
        {t('visits:feedback.of', { what: of, date: formatDate(dateAt(visit.at)) })}
      </small>
    </li>
  );
}
