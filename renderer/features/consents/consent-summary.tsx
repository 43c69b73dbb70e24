import { useQuery } from '@tanstack/react-query';
import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { mostTelling } from '#shared/features/consents/most-telling.ts';
import { type ConsentState, type Purpose, purposes } from '#shared/features/consents/purposes.ts';
import { formatDate } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { StateMark } from '../../app/state-mark.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { cellsOf, dayOf, isProhibited } from './cells.ts';
import styles from './consent-summary.module.css';
import { channelList } from './history.tsx';

export interface ConsentSummaryProps {
  customerId: string;
  /** opens the record panel for a purpose that has not been asked; null when there is nobody to ask */
  onAsk: ((purpose: Purpose) => void) | null;
}

/** One line for each purpose on the card: the most telling of its channels, in words. */
export function ConsentSummary({ customerId, onAsk }: ConsentSummaryProps) {
  const t = useTexts();
  const { data, error } = useQuery(client.consents.ofCustomer({ customerId }));
  return (
    <section>
      <SectionHead title={t('consents:summary.title')} />
      {data && (
        <ul className={styles.list}>
          {purposes.map((purpose) => (
            <Line key={purpose} purpose={purpose} row={cellsOf(data.cells, purpose)} onAsk={onAsk} />
          ))}
        </ul>
      )}
      {!data && !error && <Skeleton label={t('consents:loading')} rows={5} />}
    </section>
  );
}

function Line({
  purpose,
  row,
  onAsk,
}: {
  purpose: Purpose;
  row: readonly ConsentCell[];
  onAsk: ((purpose: Purpose) => void) | null;
}) {
  const t = useTexts();
  const state = mostTelling(row.map((cell) => cell.state));
  const name = t(`words:purposes.${purpose}`);
  return (
    <li className={styles.line} data-state={state}>
      <StateMark state={state} label={t(`words:states.${state}`)} />
      <b>{name}</b>
      {state !== 'not-asked' && <span>{factOf(t, state, row)}</span>}
      {state === 'not-asked' && onAsk && (
        <LinkButton onPress={() => onAsk(purpose)}>{t('consents:summary.ask')}</LinkButton>
      )}
      {state === 'not-asked' && !onAsk && <span>{t('words:states.not-asked')}</span>}
    </li>
  );
}

/** The date or the channels behind the state. */
function factOf(
  t: Translate,
  state: Exclude<ConsentState, 'not-asked'>,
  row: readonly ConsentCell[],
): string {
  const telling = row.find((cell) => cell.state === state);
  const date = dayOf(telling?.since ?? null);
  if (state === 'prohibited') {
    const channels = row.filter(isProhibited).flatMap(({ channel }) => channel ?? []);
    return channels.length === row.length
      ? t('consents:summary.prohibited', { date })
      : t('consents:summary.prohibitedChannels', { channels: channelList(t, channels) });
  }
  if (state === 'expiring' || state === 'expired') {
    return t(`consents:summary.${state}`, { date: formatDate(telling?.validUntil ?? '') });
  }
  return t(`consents:summary.${state}`, { date });
}
