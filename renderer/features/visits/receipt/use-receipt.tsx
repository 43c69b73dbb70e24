import { useDeskDialog } from '../../../app/desk-dialog.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { ReceiptDialog } from './receipt-dialog.tsx';
import type { ReceiptOf } from './receipt-of.ts';

/** Opens a receipt over whatever is on the screen by then. */
export function useReceipt(): (receipt: ReceiptOf) => void {
  const openDialog = useDeskDialog();
  return (receipt) => openDialog((onClose) => <ReceiptDialog receipt={receipt} onClose={onClose} />);
}

interface Meant {
  /** The row that is meant while none has the focus; null when none is chosen. */
  readonly chosen: string | null;
  /** The row that is meant when none is chosen. */
  readonly newest: string | undefined;
}

/** F9 prints the receipt of the row that has the focus or is chosen, or else of the newest that has one. */
export function useReceiptKey(receipts: ReadonlyMap<string, ReceiptOf>, { chosen, newest }: Meant): void {
  const t = useTexts();
  const open = useReceipt();
  const print = () => {
    const receipt = receipts.get(focusedRow() ?? chosen ?? newest ?? '');
    if (receipt) open(receipt);
  };
  const isOffered = receipts.has(chosen ?? newest ?? '');
  useViewKeys([
    {
      keys: 'F9',
      label: t('prices:receipt.print'),
      action: print,
      isEnabled: receipts.size > 0,
      onBar: isOffered,
    },
  ]);
}

function focusedRow(): string | undefined {
  const row = document.activeElement?.closest('tr[data-row]');
  return row instanceof HTMLElement ? row.dataset.row : undefined;
}

/** Each by its visit, in the order that they were given in. */
export function byVisit(receipts: readonly (ReceiptOf | null)[]): Map<string, ReceiptOf> {
  return new Map(receipts.flatMap((receipt) => (receipt === null ? [] : [[receipt.visitId, receipt]])));
}
