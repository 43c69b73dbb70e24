import type { Feedback } from '#shared/features/visits/feedback-contract.ts';
import { formatTime } from '#shared/values/dates.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './day-page.module.css';

/** What was said that day without a name. */
export function AnonymousFeedback({ feedback }: { feedback: readonly Feedback[] }) {
  const t = useTexts();
  if (feedback.length === 0) return null;
  return (
    <section className={styles.feedback}>
      <h2>{t('visits:feedback.anonymousOfDay')}</h2>
      <ul>
        {feedback.map(({ id, rating, words, receivedAt }) => (
          <li key={id}>
            {formatTime(receivedAt)} ·{' '}
            {words ? t('visits:feedback.said', { rating, words }) : t('visits:feedback.rated', { rating })}
          </li>
        ))}
      </ul>
    </section>
  );
}
