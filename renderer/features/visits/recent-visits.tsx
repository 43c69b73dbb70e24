import { dateAt, formatDate } from '#shared/values/dates.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './recent-visits.module.css';
import { useNewestVisits } from './use-visits.ts';
import { isStanding, sumText, whatHappened } from './visit-text.ts';

const shown = 3;

/** The latest visits in short, for the side of the customer's details. */
export function RecentVisits({ customerId, onShowAll }: { customerId: string; onShowAll: () => void }) {
  const t = useTexts();
  const read = useNewestVisits(customerId);
  const { data } = read;
  if (!data) return <ReadFault isInline of={read} />;
  return (
    <section>
      <SectionHead
        title={t('visits:recent.title')}
        end={data.count > shown && <LinkButton onPress={onShowAll}>{t('visits:recent.all')}</LinkButton>}
      />
      {data.count === 0 && <p className={styles.none}>{t('visits:recent.none')}</p>}
      <ul className={styles.list}>
        {data.visits
          .filter(isStanding)
          .slice(0, shown)
          .map((visit) => (
            <li key={visit.id}>
              <span className={styles.date}>{formatDate(dateAt(visit.at))}</span>
              <span className={styles.service}>{whatHappened(t, visit)}</span>
              <span className={styles.sum}>{sumText(visit)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The day of the last visit for the facts of the card; a dash means that there has been none, so nothing else does. */
export function LastVisit({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { data, error } = useNewestVisits(customerId);
  if (!data) return error ? t('visits:recent.lastUnknown') : null;
  const last = data.visits.find((visit) => visit.kind === 'visit' && isStanding(visit));
  return last ? formatDate(dateAt(last.at)) : '–';
}

/** How many visits, for the name of the tab; undefined until it is known, and when there are none. */
export function useVisitCount(customerId: string): number | undefined {
  const count = useNewestVisits(customerId).data?.count;
  return count || undefined;
}
