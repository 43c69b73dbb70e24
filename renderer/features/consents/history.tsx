import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { ConsentHistoryEntry } from '#shared/features/consents/contract.ts';
import { type Channel, channelsOf } from '#shared/features/consents/purposes.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { StateMark } from '../../app/state-mark.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import styles from './consents-tab.module.css';
import { PrintDialog } from './print-dialog.tsx';

interface HistoryProps {
  customerId: string;
  history: readonly ConsentHistoryEntry[];
}

/** Every entry ever recorded, newest first, with what it changed. Nothing here can be edited or removed. */
export function History({ customerId, history }: HistoryProps) {
  const t = useTexts();
  const [isPrinting, setIsPrinting] = useState(false);
  const print = () => setIsPrinting(true);
  useViewKeys([{ keys: 'F9', label: t('consents:print.link'), action: print }]);
  return (
    <section className={styles.history}>
      <SectionHead
        title={t('consents:history.title')}
        meta={history.length > 0 && t('consents:history.count', { count: history.length })}
        end={
          <LinkButton keys="F9" onPress={print}>
            {t('consents:print.link')}
          </LinkButton>
        }
      />
      <Table
        isPlain
        label={t('consents:history.title')}
        columns={columnsOf(t)}
        rows={history}
        rowId={({ id }) => id}
        empty={t('consents:history.empty')}
      />
      {isPrinting && <PrintDialog customerId={customerId} onClose={() => setIsPrinting(false)} />}
    </section>
  );
}

function columnsOf(t: Translate): Column<ConsentHistoryEntry>[] {
  return [
    {
      id: 'at',
      header: t('consents:history.at'),
      cell: ({ recordedAt }) => <span className={styles.nowrap}>{formatInstant(recordedAt)}</span>,
    },
    {
      id: 'purpose',
      header: t('consents:history.purpose'),
      cell: ({ purpose }) => <span className={styles.nowrap}>{t(`words:purposes.${purpose}`)}</span>,
    },
    { id: 'what', header: t('consents:history.what'), cell: (entry) => <Change entry={entry} /> },
    {
      id: 'channels',
      header: t('consents:history.channels'),
      cell: ({ purpose, channels }) => (channelsOf(purpose).length === 0 ? '–' : channelList(t, channels)),
    },
    {
      id: 'way',
      header: t('consents:history.way'),
      cell: (entry) => (
        <>
          {t(`consents:inWay.${entry.way}`)}
          <Giver entry={entry} />
          {entry.note && <span className={styles.note}>{entry.note}</span>}
        </>
      ),
    },
    {
      id: 'wording',
      header: t('consents:history.wording'),
      cell: ({ wordingVersion }) => wordingVersion ?? '–',
    },
    {
      id: 'by',
      header: t('consents:history.by'),
      cell: ({ recordedBy }) => <span className={styles.nowrap}>{recordedBy}</span>,
    },
  ];
}

/** Who gave the answer, where it is not plain: for a minor always, for an adult when it was another. */
function Giver({ entry: { act, givenBy, wasMinor } }: { entry: ConsentHistoryEntry }) {
  const t = useTexts();
  if (act === 'undone' || (!wasMinor && (givenBy === null || givenBy.role === 'customer'))) return null;
  return <span className={styles.giver}>{givenBy ? gaveText(t, givenBy) : t('consents:giver.unknown')}</span>;
}

function gaveText(t: Translate, { role, name }: NonNullable<ConsentHistoryEntry['givenBy']>): string {
  return name === null
    ? t('consents:giver.gaveSelf')
    : t('consents:giver.gave', { name, role: t(`words:givers.${role}`) });
}

function Change({ entry: { act, before, after, isUndone, sold } }: { entry: ConsentHistoryEntry }) {
  const t = useTexts();
  const name = t(`consents:history.acts.${act}`);
  return (
    <span className={styles.change}>
      <StateMark state={before} size={14} label={t(`words:states.${before}`)} />
      <ArrowRight size={13} aria-hidden="true" />
      <StateMark state={after} size={14} />
      <b>{isUndone ? <s>{name}</s> : name}</b>
      {isUndone && <span>{t('consents:history.undone')}</span>}
      {sold && <span className={styles.sold}>{sold}</span>}
    </span>
  );
}

/** `sähköposti, tekstiviesti`, or all of them in two words. */
export function channelList(t: Translate, channels: readonly Channel[]): string {
  return channels.length === 4
    ? t('consents:allChannels')
    : channels.map((channel) => t(`consents:inChannel.${channel}`)).join(', ');
}
