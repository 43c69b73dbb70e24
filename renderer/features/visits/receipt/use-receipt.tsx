import { type ReactNode, useState } from 'react';
import type { Visit } from '#shared/features/visits/visit-view.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';

type WithReceipt = Pick<Visit, 'id' | 'receiptNumber'>;

/** F9 prints the receipt of the row that has the focus, or else of the newest visit that has one. */
export function useReceipt(
  customerId: string,
  visits: readonly WithReceipt[],
): { dialog: ReactNode; linkOf: (visitId: string) => ReactNode } {
  const t = useTexts();
  const [openId, setOpenId] = useState<string | null>(null);
  const receipts = new Map(
    visits.flatMap(({ id, receiptNumber }) => (receiptNumber === null ? [] : [[id, receiptNumber]])),
  );
  const [newest] = receipts.keys();
  useViewKeys([
    {
      keys: 'F9',
      label: t('prices:receipt.print'),
      action: () => setOpenId(receipts.has(focusedRow()) ? focusedRow() : (newest ?? null)),
      isEnabled: newest !== undefined,
      onBar: newest !== undefined,
    },
  ]);
  const number = openId === null ? undefined : receipts.get(openId);
  return {
    dialog: openId !== null && number !== undefined && (
      <ReceiptDialog
        customerId={customerId}
        visitId={openId}
        number={number}
        onClose={() => setOpenId(null)}
      />
    ),
    linkOf: (visitId) =>
      receipts.has(visitId) && (
        <LinkButton onPress={() => setOpenId(visitId)}>
          {t('prices:receipt.link', { number: receipts.get(visitId) ?? 0 })}
        </LinkButton>
      ),
  };
}

function focusedRow(): string {
  const row = document.activeElement?.closest('tr[data-row]');
  return row instanceof HTMLElement ? (row.dataset.row ?? '') : '';
}
