import { TriangleAlert } from 'lucide-react';
import { Fragment, type KeyboardEvent, type RefObject } from 'react';
import type { LogRow } from '#shared/features/audit/log.ts';
import { dateAt, formatDate, formatTimeToSecond } from '#shared/values/dates.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { nextRow } from '../../../ui/next-row.ts';
import { ActionIcon } from '../action-icon.tsx';
import { actionText, detailText } from '../event-text.ts';
import styles from './log-table.module.css';
import { reasonText } from './mark-text.ts';
import { OpenRow } from './open-row.tsx';

interface LogTableProps {
  rows: readonly LogRow[];
  /** Rows are of many days: the date stands before the time. */
  withDates: boolean;
  selected: number | null;
  onSelect: (sequence: number) => void;
  opened: number | null;
  onToggle: (sequence: number) => void;
  onOpenCustomer: (customerId: string) => void;
  bodyRef: RefObject<HTMLTableSectionElement | null>;
}

/** The rows of the log. One is a tab stop at a time; Enter opens it in place. */
export function LogTable(props: LogTableProps) {
  const { rows, withDates, selected, onSelect, onToggle, bodyRef } = props;
  const t = useTexts();
  const tabStop = rows.some(({ sequence }) => sequence === selected) ? selected : rows[0]?.sequence;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.dataset.sequence : undefined;
    if (row === undefined || event.ctrlKey || event.altKey) return;
    const index = rows.findIndex(({ sequence }) => String(sequence) === row);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onToggle(Number(row));
      return;
    }
    const next = rows[nextRow(event.key, index, rows.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onSelect(next.sequence);
    focusRow(bodyRef, next.sequence);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen and open, and stay a table
    <table className={styles.table} role="treegrid" aria-label={t('audit:title')}>
      <thead>
        <tr>
          <th scope="col" data-wide={withDates || undefined}>
            {t('audit:at')}
          </th>
          <th scope="col">{t('audit:by')}</th>
          <th scope="col">{t('audit:action')}</th>
          <th scope="col">{t('audit:log.customer')}</th>
          <th scope="col">{t('audit:detail')}</th>
        </tr>
      </thead>
      <tbody ref={bodyRef} onKeyDown={move}>
        {rows.map((row) => {
          const { sequence } = row;
          const isOpen = sequence === props.opened;
          return (
            <Fragment key={sequence}>
              <tr
                data-sequence={sequence}
                data-unusual={row.marks.some(({ resolved }) => resolved === null) || undefined}
                tabIndex={sequence === tabStop ? 0 : -1}
                aria-level={1}
                aria-selected={sequence === selected}
                aria-expanded={isOpen}
                onClick={() => onSelect(sequence)}
                onDoubleClick={() => onToggle(sequence)}
              >
                <Cells row={row} withDates={withDates} />
              </tr>
              {isOpen && (
                <tr className={styles.opened} aria-level={2}>
                  <td />
                  <td colSpan={4}>
                    <OpenRow row={row} onOpenCustomer={props.onOpenCustomer} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** Moves the focus to a row, into sight. */
export function focusRow(body: RefObject<HTMLTableSectionElement | null>, sequence: number): void {
  const row = body.current?.querySelector<HTMLElement>(`tr[data-sequence="${sequence}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function Cells({ row, withDates }: { row: LogRow; withDates: boolean }) {
  const t = useTexts();
  const { at, actorId, actorName, action, customer } = row;
  return (
    <>
      <td className={styles.time}>
        {withDates && <span>{formatDate(dateAt(at))} </span>}
        {formatTimeToSecond(at)}
      </td>
      <td>
        {actorId === null && actorName === '' ? (
          <span className={styles.dim}>{t('audit:log.programActor')}</span>
        ) : (
          actorName
        )}
      </td>
      <td>
        <span className={styles.action}>
          <ActionIcon action={action} outcome={row.outcome} />
          {actionText(t, action)}
        </span>
      </td>
      <td>{customer ? <Customer customer={customer} /> : <span className={styles.dim}>–</span>}</td>
      <td>
        <Detail row={row} />
      </td>
    </>
  );
}

function Customer({ customer }: { customer: NonNullable<LogRow['customer']> }) {
  const t = useTexts();
  if (customer.name === null) return <span className={styles.dim}>{t('audit:log.gone')}</span>;
  return (
    <>
      {customer.name} <span className={styles.dim}>{customer.number}</span>
    </>
  );
}

const tones = { started: 'plain', cancelled: 'warn', failed: 'stop', refused: 'stop' } as const;

/** What is worth knowing before the row is opened; a mark before everything else. */
function Detail({ row }: { row: LogRow }) {
  const t = useTexts();
  const { outcome, marks } = row;
  const open = marks.filter(({ resolved }) => resolved === null);
  const shown = open.length > 0 ? open : marks;
  return (
    <span className={styles.detail}>
      {open.length > 0 && (
        <Badge tone="warn" icon={<TriangleAlert aria-hidden="true" />}>
          {t('audit:log.mark.open')}
        </Badge>
      )}
      {open.length === 0 && marks.length > 0 && <Badge tone="ok">{t('audit:log.mark.resolved')}</Badge>}
      {outcome !== 'done' && <Badge tone={tones[outcome]}>{t(`audit:outcomes.${outcome}`)}</Badge>}
      <span>
        {[...shown.map((mark) => reasonText(t, mark)), moreText(t, row)].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

/** The customer's number stands in its own column already. */
function moreText(t: Translate, row: LogRow): string {
  return row.action === 'customers.register' ? '' : detailText(t, row);
}
