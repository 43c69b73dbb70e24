import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { nextRow } from './next-row.ts';
import styles from './table.module.css';

export interface Column<Row> {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** figures and sums go to the end */
  align?: 'start' | 'end' | undefined;
  /** the cell that names the row */
  isRowHeader?: boolean | undefined;
  /** CSS width, for example `92px` */
  width?: string | undefined;
  /** Makes the header a button; the arrow is drawn only on the sorted column. */
  sort?: { direction: 'ascending' | 'descending' | null; onSort: () => void } | undefined;
}

export interface TableProps<Row> {
  /** what the table holds */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** `draft` is being written just now; `stop` is a prohibition or overdue */
  rowTone?: ((row: Row) => 'draft' | 'stop' | undefined) | undefined;
  /** With these the rows can be moved through with the arrows; one row is a tab stop at a time. */
  selectedId?: string | null | undefined;
  onSelect?: ((row: Row) => void) | undefined;
  /** Enter or a double press on a row */
  onOpen?: ((row: Row) => void) | undefined;
  /** shown instead of the rows when there are none */
  empty?: ReactNode;
  /** lines without the grey head, for a table inside a page of text */
  isPlain?: boolean | undefined;
}

/** Hairlines, no zebra, a head that stays. For lists of up to some hundred rows: answers of the register come in pages. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, empty, isPlain, onSelect } = props;
  return (
    <table
      className={classNames(styles.table, isPlain && styles.plain)}
      aria-label={label}
      {...(onSelect ? { role: 'grid' } : {})}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={onSelect && ((event) => moveByKey(event, props))}>
        {rows.map((row, index) => (
          <BodyRow key={props.rowId(row)} row={row} index={index} table={props} />
        ))}
        {rows.length === 0 && empty && (
          <tr className={styles.emptyRow}>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, align, width } = column;
  const Arrow = sort?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      data-align={align}
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
      style={width ? { width } : undefined}
    >
      {sort ? (
        <Button className={classNames(styles.sort)} onPress={sort.onSort}>
          {header}
          {sort.direction && <Arrow size={13} aria-hidden="true" />}
        </Button>
      ) : (
        header
      )}
    </th>
  );
}

function BodyRow<Row>({ row, index, table }: { row: Row; index: number; table: TableProps<Row> }) {
  const { columns, rowId, rowTone, onSelect, onOpen } = table;
  const id = rowId(row);
  const isSelected = id === table.selectedId;
  const hasSelection = table.rows.some((one) => rowId(one) === table.selectedId);
  const roving = onSelect && {
    tabIndex: isSelected || (!hasSelection && index === 0) ? 0 : -1,
    'aria-selected': isSelected,
    onClick: () => onSelect(row),
    onDoubleClick: () => onOpen?.(row),
  };
  return (
    <tr data-row={id} data-tone={rowTone?.(row)} {...roving}>
      {columns.map((column) =>
        column.isRowHeader ? (
          <th key={column.id} scope="row" data-align={column.align}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} data-align={column.align}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

/** Arrows, Home and End move the selection and the focus; Enter opens. Keys pressed inside a cell's control are its own. */
function moveByKey<Row>(event: KeyboardEvent<HTMLElement>, table: TableProps<Row>): void {
  const current = event.target instanceof HTMLElement ? event.target : null;
  if (!current?.matches('tr[data-row]')) return;
  const index = table.rows.findIndex((row) => table.rowId(row) === current.dataset.row);
  const row = table.rows[index];
  if (event.key === 'Enter' && row) {
    event.preventDefault();
    table.onOpen?.(row);
    return;
  }
  const target = table.rows[nextRow(event.key, index, table.rows.length) ?? -1];
  if (!target) return;
  event.preventDefault();
  table.onSelect?.(target);
  current.parentElement
    ?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(table.rowId(target))}"]`)
    ?.focus();
}
