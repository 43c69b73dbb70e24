import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { formatDate } from '#shared/values/dates.ts';
import { StateMark } from '../../app/state-mark.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { ConsentMark } from '../../ui/consent-mark.tsx';
import { CellAction } from './cell-action.tsx';
import { dayOf, isInForce, isProhibited, shortName } from './cells.ts';
import type { Draft } from './draft.ts';
import styles from './matrix.module.css';
import { ProhibitedCell } from './prohibited-cell.tsx';

interface CellProps {
  cell: ConsentCell;
  onDraft: (draft: Draft) => void;
}

/** One purpose in one channel: the state, since when and how, the wording's version and who recorded it. */
export function MatrixCell({ cell, isMinor, onDraft }: CellProps & { isMinor: boolean }) {
  const t = useTexts();
  if (isProhibited(cell)) return <ProhibitedCell cell={cell} onDraft={onDraft} />;
  const { state } = cell;
  if (state === 'allowed' && isMinor) return <OnlyWithConsent />;
  return (
    <td>
      <div className={styles.cell}>
        <StateMark state={state} size={16} />
        <div>
          <b>{t(`consents:cell.${state}`, { date: endDay(cell) })}</b>
          {state === 'allowed' && <span>{t('consents:matrix.allowedGround')}</span>}
          {cell.since && <span>{whenAndHow(t, cell)}</span>}
          {cell.since && (
            <span className={styles.proof}>
              <span>{proof(t, cell)}</span>
              {isInForce(cell) && <CellAction cell={cell} act="withdrawn" onDraft={onDraft} />}
            </span>
          )}
        </div>
      </div>
    </td>
  );
}

/** What the law allows of adults is no ground for a minor: as the row above says. */
function OnlyWithConsent() {
  const t = useTexts();
  return (
    <td>
      <div className={styles.cell}>
        <ConsentMark state="not-given" size={16} />
        <div>
          <b>{t('consents:matrix.notAllowed')}</b>
          <span>{t('consents:matrix.minor')}</span>
        </div>
      </div>
    </td>
  );
}

/** A purpose without channels fills the row. */
export function WideCell({ cell, onDraft }: CellProps) {
  const t = useTexts();
  const { purpose, state, wordingVersion } = cell;
  const facts = cell.since ? [`${whenAndHow(t, cell)}, ${cell.recordedBy ?? ''}.`] : [];
  const canAskAgain = state === 'old-wording' || state === 'expiring' || state === 'expired';
  return (
    <td colSpan={4}>
      <div className={styles.cell}>
        <StateMark state={state} size={16} />
        <div>
          <b>{t(`consents:healthProfile.${state}`, { date: endDay(cell), version: wordingVersion })}</b>
          <span>{[...facts, t('consents:matrix.noChannels')].join(' ')}</span>
        </div>
        <div className={styles.actions}>
          {isInForce(cell) && <CellAction cell={cell} act="withdrawn" onDraft={onDraft} />}
          {canAskAgain && (
            <Button small onPress={() => onDraft({ purpose, channels: [], act: null })}>
              {t('consents:matrix.askAgain')}
            </Button>
          )}
        </div>
      </div>
    </td>
  );
}

/** `4.11.2026, suullisesti`. */
function whenAndHow(t: Translate, { since, way }: ConsentCell): string {
  return [dayOf(since), way && t(`consents:inWay.${way}`)].filter(Boolean).join(', ');
}

/** `v4, H. Testola`; without a wording only the name. */
function proof(t: Translate, { wordingVersion, recordedBy, state }: ConsentCell): string {
  const name = shortName(recordedBy);
  if (wordingVersion === null || state === 'withdrawn') return name;
  return t('consents:matrix.version', { version: wordingVersion, name });
}

function endDay({ validUntil }: ConsentCell): string {
  return validUntil === null ? '' : formatDate(validUntil);
}
