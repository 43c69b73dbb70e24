import { useDeskDialog } from '../../../app/desk-dialog.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import type { Entry } from '../correct/entry.ts';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { type ReceiptOf, receiptOf } from './receipt-of.ts';

/** Opens a receipt over whatever is on the screen by then. */
export function useReceipt(): (receipt: ReceiptOf) => void {
  const openDialog = useDeskDialog();
  return (receipt) => openDialog((onClose) => <ReceiptDialog receipt={receipt} onClose={onClose} />);
}

interface Meant<Row> {
  /** The row that is meant while none has the focus; null when none is chosen. */
  readonly chosen: string | null;
  /** The row that is meant when none is chosen. */
  readonly newest: Row | undefined;
  readonly entryOf: (row: Row) => Entry;
}

/**
 * F9 prints the receipt of the row that has the focus or is chosen, or else of the newest that has one.
 * @param rows those that have a receipt
 */
export function useReceiptKey<Row extends { id: string }>(
  rows: readonly Row[],
  { chosen, newest, entryOf }: Meant<Row>,
): void {
  const t = useTexts();
  const open = useReceipt();
  const meant = (id: string | null) => (id === null ? newest : rows.find((row) => row.id === id));
  const print = () => {
    const row = meant(focusedRow() ?? chosen);
    const receipt = row && receiptOf(t, entryOf(row));
    if (receipt) open(receipt);
  };
  useViewKeys([
    {
      keys: 'F9',
      label: t('prices:receipt.print'),
      action: print,
      isEnabled: rows.length > 0,
      onBar: meant(chosen) !== undefined,
    },
  ]);
}

function focusedRow(): string | null {
  const row = document.activeElement?.closest('tr[data-row]');
  return row instanceof HTMLElement ? (row.dataset.row ?? null) : null;
}
