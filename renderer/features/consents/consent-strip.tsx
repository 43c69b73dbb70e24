import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { StateMark } from '../../app/state-mark.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { StopBand } from '../../ui/stop-band.tsx';
import { dayOf, prohibitionsIn } from './cells.ts';
import styles from './consent-strip.module.css';
import { ContactRow } from './contact-row.tsx';
import { channelList } from './history.tsx';

/** How many rows of the alert strip prohibitions may take, under the row of contacts. */
const mostRows = 1;

/**
 * Whether the customer may be contacted, and under it their prohibitions in one row, for the alert strip under the name
 * on every tab. Put it inside `AlertStrip`.
 */
export function ConsentStrip({ customerId }: { customerId: string }) {
  const t = useTexts();
  const read = useQuery(client.consents.ofCustomer({ customerId }));
  const { data } = read;
  const prohibitions = prohibitionsIn(data?.cells ?? []);
  const isCrowded = prohibitions.length > mostRows;
  const own = isCrowded ? prohibitions.slice(0, mostRows - 1) : prohibitions;
  const rest = prohibitions.slice(own.length);
  return (
    <>
      {/* nothing here would read as: nothing is forbidden */}
      <ReadFault of={read} what={t('consents:strip.unread')} />
      <ContactRow customerId={customerId} />
      {own.map(({ purpose, channels, since }) => (
        <StopBand key={purpose} title={t(`consents:strip.titles.${purpose}`)}>
          {t('consents:strip.since', { date: dayOf(since), channels: channelList(t, channels) })}
        </StopBand>
      ))}
      {rest.length > 0 && (
        <StopBand title={t('consents:strip.more')}>
          {rest
            .map(({ purpose, channels }) =>
              t('consents:strip.moreOf', {
                purpose: t(`words:purposes.${purpose}`),
                channels: channelList(t, channels),
              }),
            )
            .join('; ')}
        </StopBand>
      )}
    </>
  );
}

/** `2 kieltoa` in solid red, beside the name where there is no room for the strip. */
export function ConsentFlag({ customerId }: { customerId: string }) {
  const text = useProhibitionCount(customerId);
  if (text === undefined) return null;
  return (
    <span className={styles.flag}>
      <StateMark state="prohibited" onSolid />
      {text}
    </span>
  );
}

/** `2 kieltoa` for the tab of consents; nothing while there are none. */
export function useProhibitionCount(customerId: string): string | undefined {
  const t = useTexts();
  const { data } = useQuery(client.consents.ofCustomer({ customerId }));
  const count = prohibitionsIn(data?.cells ?? []).length;
  return count === 0 ? undefined : t('consents:count', { count });
}
