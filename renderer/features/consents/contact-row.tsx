import { useQuery } from '@tanstack/react-query';
import type { ContactAnswer } from '#shared/features/consents/may-contact.ts';
import { client } from '../../api/client.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { ConsentMark, type MarkState } from '../../ui/consent-mark.tsx';
import { dayOf } from './cells.ts';
import styles from './contact-row.module.css';

const marks: Readonly<Record<ContactAnswer['ground'], MarkState>> = {
  consent: 'given',
  'guardian-consent': 'given',
  'customer-exception': 'customer-exception',
  'until-prohibited': 'allowed-without-consent',
  prohibited: 'prohibition',
  restricted: 'restricted',
  deceased: 'not-given',
  protected: 'not-given',
  'no-address': 'not-given',
  minor: 'not-given',
  refused: 'not-given',
  withdrawn: 'withdrawn',
  expired: 'withdrawn',
  'not-asked': 'not-asked',
};

/** May I contact this customer for direct marketing? For each channel yes or no, with the ground in words. */
export function ContactRow({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { data } = useQuery(client.consents.ofCustomer({ customerId }));
  if (!data) return null;
  return (
    <section className={styles.row} aria-label={t('consents:contact.label')}>
      <p className={styles.question}>
        <b>{t('consents:contact.title')}</b>
        <span>{t('words:purposes.direct-marketing')}</span>
      </p>
      <ul className={styles.answers}>
        {data.contact.map((answer) => (
          <Answer key={answer.channel} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

function Answer({ answer: { channel, allowed, ground, since, wordingVersion } }: { answer: ContactAnswer }) {
  const t = useTexts();
  const ofChannel = { channel: t(`consents:channels.${channel}`) };
  return (
    <li data-allowed={allowed || undefined}>
      <ConsentMark state={marks[ground]} size={16} />
      <span>
        <b>{allowed ? t('consents:contact.yes', ofChannel) : t('consents:contact.no', ofChannel)}</b>
        <span className={styles.ground}>
          {t(`consents:contact.grounds.${ground}`, { date: dayOf(since), version: wordingVersion ?? '' })}
        </span>
      </span>
    </li>
  );
}
