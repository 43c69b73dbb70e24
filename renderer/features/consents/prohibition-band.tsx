import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { channelsOf } from '#shared/features/consents/purposes.ts';
import { StateMark } from '../../app/state-mark.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { dayOf, shortName } from './cells.ts';
import type { Draft } from './draft.ts';
import styles from './matrix.module.css';
import { Was } from './prohibited-cell.tsx';

/** One prohibition over every channel of a purpose. */
export function ProhibitionBand({ cell, onDraft }: { cell: ConsentCell; onDraft: (draft: Draft) => void }) {
  const t = useTexts();
  const { purpose, since, way, recordedBy } = cell;
  return (
    <td colSpan={channelsOf(purpose).length} className={styles.band}>
      <div>
        <StateMark state="prohibited" size={16} onSolid />
        <b>{t('consents:matrix.band', { date: dayOf(since) })}</b>
        <span>
          {t('consents:matrix.bandText', {
            way: way ? t(`consents:inWay.${way}`) : '',
            name: shortName(recordedBy),
          })}
        </span>
        <LinkButton
          onDark
          onPress={() => onDraft({ purpose, channels: channelsOf(purpose), act: 'prohibition-withdrawn' })}
        >
          {t('consents:matrix.withdrawProhibition')}
        </LinkButton>
      </div>
    </td>
  );
}

/** What the band overrides, channel by channel. */
export function UnderBand({ row }: { row: readonly ConsentCell[] }) {
  return (
    <tr>
      {row.map((cell) => (
        <td key={cell.channel} className={styles.under}>
          <Was cell={cell} />
        </td>
      ))}
    </tr>
  );
}
