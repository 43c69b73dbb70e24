import { useState } from 'react';
import { mayCorrect } from '#shared/features/visits/may-correct.ts';
import { dateAt, formatDate, today } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { usePerson } from '../../../app/session.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Menu } from '../../../ui/menu.tsx';
import { hasReceipt, receiptOf } from '../receipt/receipt-of.ts';
import { useReceipt } from '../receipt/use-receipt.tsx';
import { isStanding, whatHappened } from '../visit-text.ts';
import type { Entry } from './entry.ts';
import styles from './entry-menu.module.css';
import { FeedbackDialog } from './feedback-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

type Open = 'reverse' | 'move' | 'feedback';

/** What can be done to an entry: only its receipt is left of one that was taken back, or takes another back. */
export function EntryMenu({ entry }: { entry: Entry }) {
  const t = useTexts();
  const may = useMay();
  const { userId, roles } = usePerson();
  const [open, setOpen] = useState<Open | null>(null);
  const openReceipt = useReceipt();
  const isPrintable = may(client.visits.printReceipt) && hasReceipt(entry.visit);
  const print = () => {
    const receipt = receiptOf(t, entry);
    if (receipt) openReceipt(receipt);
  };
  const isStill = isStanding(entry.visit);
  const isOthers = isStill && !mayCorrect(entry.visit, { id: userId, roles }, today());
  const corrections = [
    { id: 'feedback', needs: client.visits.giveFeedback, label: t('visits:feedback.give') },
    { id: 'move', needs: client.visits.move, label: t('visits:moved.move'), isDisabled: isOthers },
    {
      id: 'reverse',
      needs: client.visits.reverse,
      label: t('visits:reversal.reverse'),
      isDisabled: isOthers,
    },
  ] as const;
  const allowed = isStill ? corrections.filter(({ needs }) => may(needs)) : [];
  const actions = [
    ...(isPrintable ? [{ id: 'receipt', label: t('prices:receipt.print'), onAction: print }] : []),
    ...allowed.map(({ needs: _, ...action }) => ({ ...action, onAction: () => setOpen(action.id) })),
  ];
  if (actions.length === 0) return null;
  const props = { entry, onClose: () => setOpen(null) };
  return (
    <>
      <Menu
        label={t('visits:entry.menu')}
        className={styles.opener}
        actions={actions}
        note={isOthers ? whyNot(t, entry.visit) : undefined}
      >
        {t('visits:entry.menu')}
        <span className={styles.hidden}> {whatHappened(t, entry.visit)}</span>
      </Menu>
      {open === 'reverse' && <ReverseDialog {...props} />}
      {open === 'move' && <MoveDialog {...props} />}
      {open === 'feedback' && <FeedbackDialog {...props} />}
    </>
  );
}

function whyNot(t: Translate, { recordedBy, recordedAt }: Entry['visit']): string {
  const date = formatDate(dateAt(recordedAt));
  return t('faults:rules.correction-by-manager', { recordedBy, date });
}
