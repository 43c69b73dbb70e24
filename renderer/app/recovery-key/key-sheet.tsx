import { formatDate, today } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import styles from './key-sheet.module.css';

interface KeySheetProps {
  clinicName: string;
  groups: readonly string[];
  /** Numbers (from 1) of the groups that are hidden. */
  covered?: readonly number[];
}

/** The recovery key as it stands on paper: eight groups and the checksum. */
export function KeySheet({ clinicName, groups, covered = [] }: KeySheetProps) {
  const t = useTexts();
  return (
    <section className={styles.sheet} aria-label={t('auth:key.sheet')}>
      <p className={styles.head}>
        <b>{clinicName}</b>
        <span>{t('auth:key.sheet')}</span>
        <span>{t('auth:key.created', { date: formatDate(today()) })}</span>
      </p>
      <ol className={styles.groups}>
        {groups.map((group, index) => {
          const number = index + 1;
          const isCovered = covered.includes(number);
          return (
            <li key={number} data-covered={isCovered || undefined}>
              <small aria-hidden="true">{number}</small>
              {isCovered ? (
                <>
                  <span className={styles.spoken}>{t('auth:key.covered')}</span>
                  <span aria-hidden="true">••••</span>
                </>
              ) : (
                <span>{group}</span>
              )}
            </li>
          );
        })}
      </ol>
      <p className={styles.foot}>{t('auth:key.keep')}</p>
      <p className={styles.foot}>{t('auth:key.checksum')}</p>
    </section>
  );
}
