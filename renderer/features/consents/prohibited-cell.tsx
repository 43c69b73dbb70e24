import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { StateMark } from '../../app/state-mark.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { CellAction } from './cell-action.tsx';
import { dayOf, shortName } from './cells.ts';
import type { Draft } from './draft.ts';
import styles from './matrix.module.css';

/** A prohibition of one channel: solid red over what it overrides. */
export function ProhibitedCell({ cell, onDraft }: { cell: ConsentCell; onDraft: (draft: Draft) => void }) {
  const t = useTexts();
  return (
    <td className={styles.prohibited}>
      <div className={styles.flag}>
        <StateMark state="prohibited" size={16} onSolid />
        {t('consents:cell.prohibited', { date: dayOf(cell.since) })}
      </div>
      <Was cell={cell} />
      <div className={styles.flagText}>
        <span>
          {[cell.way && t(`consents:inWay.${cell.way}`), shortName(cell.recordedBy)]
            .filter(Boolean)
            .join(', ')}
        </span>
        <CellAction cell={cell} act="prohibition-withdrawn" onDraft={onDraft} />
      </div>
    </td>
  );
}

/** The permission under a prohibition: hatched, struck through, still readable. */
export function Was({ cell: { overridden } }: { cell: ConsentCell }) {
  const t = useTexts();
  if (!overridden) return null;
  return (
    <div className={styles.was}>
      <StateMark state={overridden.state} size={16} />
      <s>{t(`consents:was.${overridden.state}`, { date: dayOf(overridden.since) })}</s>
    </div>
  );
}
