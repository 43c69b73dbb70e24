import { Mail, Mailbox, MessageSquare, Phone } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ConsentCell, Wording } from '#shared/features/consents/contract.ts';
import { type Channel, channels, type Purpose, purposes } from '#shared/features/consents/purposes.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { nextRow } from '../../ui/next-row.ts';
import { cellsOf, wholeProhibition } from './cells.ts';
import type { Draft } from './draft.ts';
import styles from './matrix.module.css';
import { MatrixCell, WideCell } from './matrix-cell.tsx';
import { ProhibitionBand, UnderBand } from './prohibition-band.tsx';

const icons = { email: Mail, sms: MessageSquare, phone: Phone, post: Mailbox };

export interface MatrixProps {
  cells: readonly ConsentCell[];
  wordings: readonly Wording[];
  /** then nothing is allowed without consent */
  isMinor: boolean;
  /** the purpose that the record panel is about; null when it is closed */
  selected: Purpose | null;
  onDraft: (draft: Draft) => void;
}

/** Purposes by channels: what holds now, since when and on which proof. Rows open the record panel. */
export function Matrix({ cells, wordings, isMinor, selected, onDraft }: MatrixProps) {
  const t = useTexts();
  return (
    <table className={styles.matrix} aria-label={t('consents:matrix.label')}>
      <thead>
        <tr>
          <th scope="col">{t('consents:matrix.purpose')}</th>
          {channels.map((channel) => (
            <ChannelHead key={channel} channel={channel} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {purposes.map((purpose, index) => (
          <PurposeRows
            key={purpose}
            purpose={purpose}
            number={index + 1}
            row={cellsOf(cells, purpose)}
            version={wordings.find((wording) => wording.purpose === purpose)?.version ?? 0}
            isMinor={isMinor}
            selected={selected}
            onDraft={onDraft}
          />
        ))}
      </tbody>
    </table>
  );
}

function ChannelHead({ channel }: { channel: Channel }) {
  const t = useTexts();
  const Icon = icons[channel];
  return (
    <th scope="col">
      <span className={styles.channel}>
        <Icon size={15} aria-hidden="true" />
        {t(`consents:channels.${channel}`)}
      </span>
    </th>
  );
}

interface PurposeRowsProps {
  purpose: Purpose;
  number: number;
  row: readonly ConsentCell[];
  version: number;
  isMinor: boolean;
  selected: Purpose | null;
  onDraft: (draft: Draft) => void;
}

function PurposeRows({ row, isMinor, ...props }: PurposeRowsProps) {
  const { purpose, selected, onDraft } = props;
  const isSelected = purpose === selected;
  const band = wholeProhibition(row);
  if (band) {
    return (
      <>
        <tr className={styles.bandRow} data-selected={isSelected || undefined}>
          <PurposeHead {...props} isProhibited rows={2} />
          <ProhibitionBand cell={band} onDraft={onDraft} />
        </tr>
        <UnderBand row={row} />
      </>
    );
  }
  return (
    <tr data-selected={isSelected || undefined}>
      <PurposeHead {...props} />
      {row.map((cell) =>
        cell.channel === null ? (
          <WideCell key="all" cell={cell} onDraft={onDraft} />
        ) : (
          <MatrixCell key={cell.channel} cell={cell} isMinor={isMinor} onDraft={onDraft} />
        ),
      )}
    </tr>
  );
}

interface PurposeHeadProps extends Omit<PurposeRowsProps, 'row' | 'isMinor'> {
  isProhibited?: boolean;
  rows?: number;
}

function PurposeHead({
  purpose,
  number,
  version,
  selected,
  onDraft,
  isProhibited,
  rows = 1,
}: PurposeHeadProps) {
  const t = useTexts();
  return (
    <th
      scope={rows > 1 ? 'rowgroup' : 'row'}
      rowSpan={rows}
      className={styles.purpose}
      data-prohibited={isProhibited || undefined}
    >
      <button
        type="button"
        data-purpose={purpose}
        aria-pressed={purpose === selected}
        onClick={() => onDraft({ purpose, channels: [], act: null })}
      >
        <b>{t(`words:purposes.${purpose}`)}</b>
        <span>{t('consents:matrix.currentWording', { version })}</span>
      </button>
      {selected !== null && <Kbd keys={String(number)} />}
    </th>
  );
}

/** Arrows move between the purposes, as in a list. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const current = event.target instanceof HTMLElement ? event.target.dataset.purpose : undefined;
  const index = (purposes as readonly (string | undefined)[]).indexOf(current);
  const target = purposes[nextRow(event.key, index, purposes.length) ?? -1];
  if (index < 0 || !target) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>(`[data-purpose="${target}"]`)?.focus();
}
