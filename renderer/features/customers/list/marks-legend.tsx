import { memo } from 'react';
import { StateMark } from '../../../app/state-mark.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './customer-list.module.css';
import { markColumns } from './mark-columns.ts';

/** One state of each mark: three that consent allows, two that the law allows, four that allow nothing. */
const explained = [
  'given',
  'expiring',
  'old-wording',
  'allowed',
  'customer-exception',
  'refused',
  'withdrawn',
  'not-asked',
  'prohibited',
] as const;

/** What the letters and the marks of the list mean. */
export const MarksLegend = memo(function MarksLegend() {
  const t = useTexts();
  return (
    <section className={styles.legend} aria-label={t('customers:marks.legend')}>
      <p className={styles.letters}>
        {markColumns.map((column) => (
          <span key={column}>
            <b>{t(`customers:marks.letters.${column}`)}</b> {t(`customers:marks.inLegend.${column}`)}
          </span>
        ))}
      </p>
      <ul className={styles.shapes}>
        {explained.map((state) => (
          <li key={state}>
            <StateMark state={state} size={13} />
            {t(`customers:marks.short.${state}`)}
          </li>
        ))}
      </ul>
    </section>
  );
});
