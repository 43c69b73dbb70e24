import { Link } from '@tanstack/react-router';
import type { visitsContract } from '#shared/features/visits/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import styles from './visit-list.module.css';

type Moves = CallOutput<typeof visitsContract.ofCustomer>['movedAway'];

/** What was written down here by mistake and is with the right customer now. */
export function MovedAway({ moves }: { moves: Moves }) {
  const t = useTexts();
  if (moves.length === 0) return null;
  return (
    <section className={styles.moved}>
      <h2>{t('visits:moved.title')}</h2>
      <ul>
        {moves.map((move) => (
          <li key={move.visitId + move.movedAt}>
            {t('visits:moved.entry', {
              date: formatDate(dateAt(move.at)),
              on: formatDate(dateAt(move.movedAt)),
              by: move.movedBy,
              reason: move.reason,
            })}{' '}
            <Link to="/customers/$customerId/$tab" params={{ customerId: move.toCustomerId, tab: 'visits' }}>
              {t('visits:moved.to', { number: move.toNumber })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
