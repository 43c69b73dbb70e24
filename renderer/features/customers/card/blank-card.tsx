import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { Trans } from 'react-i18next';
import { formatDate } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './blank-card.module.css';

interface BlankCardProps {
  /** The list shows something else than the customers opened last, so they are shown here. */
  withRecent: boolean;
  onOpen: (customerId: string) => void;
}

/** What stands in the place of the card before one is opened; not drawn again for each key of the search. */
export const BlankCard = memo(function BlankCard({ withRecent, onOpen }: BlankCardProps) {
  const t = useTexts();
  return (
    <section className={styles.blank} aria-label={t('customers:card.label')}>
      <svg width="300" height="190" viewBox="0 0 300 190" aria-hidden="true" className={styles.drawing}>
        <path d="M12 44 24 18h74l12 26h178v132a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6Z" />
        <path d="M36 76h120M36 102h216M36 128h216M36 154h140" />
      </svg>
      <h1>{t('customers:blank.title')}</h1>
      <p>
        <Trans t={t} i18nKey="customers:blank.text" components={{ key: <KeyInText /> }} />
      </p>
      {withRecent && <Recent onOpen={onOpen} />}
    </section>
  );
});

/** A keycap inside a sentence, where the sentence needs its name. */
function KeyInText({ children }: { children?: string | string[] }) {
  const name = [children].flat().join('');
  return (
    <>
      <Kbd keys={name} />
      <span className={styles.spoken}>{name}</span>
    </>
  );
}

const shown = 5;

function Recent({ onOpen }: { onOpen: (customerId: string) => void }) {
  const t = useTexts();
  const { data } = useQuery(client.customers.search({ text: '', limit: shown }));
  if (!data || data.hits.length === 0) return null;
  return (
    <section className={styles.recent}>
      <SectionHead title={t('customers:search.recent')} />
      <ul>
        {data.hits.map((hit) => (
          <li key={hit.id}>
            <LinkButton onPress={() => onOpen(hit.id)}>{listName(hit)}</LinkButton>
            <span>{hit.number}</span>
            <span>{formatDate(hit.birthDate)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
