import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Menu } from '../../../ui/menu.tsx';
import { isStanding, whatHappened } from '../visit-text.ts';
import type { Entry } from './entry.ts';
import styles from './entry-menu.module.css';
import { FeedbackDialog } from './feedback-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

type Open = 'reverse' | 'move' | 'feedback';

/** What can be done to an entry: nothing to one that was taken back, or takes another back. */
export function EntryMenu({ entry }: { entry: Entry }) {
  const t = useTexts();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  if (!isStanding(entry.visit)) return null;
  const actions = [
    { id: 'feedback', needs: client.visits.giveFeedback, label: t('visits:feedback.give') },
    { id: 'move', needs: client.visits.move, label: t('visits:moved.move') },
    { id: 'reverse', needs: client.visits.reverse, label: t('visits:reversal.reverse') },
  ] as const;
  const allowed = actions.filter(({ needs }) => may(needs));
  if (allowed.length === 0) return null;
  const props = { entry, onClose: () => setOpen(null) };
  return (
    <>
      <Menu
        label={t('visits:entry.menu')}
        className={styles.opener}
        actions={allowed.map(({ id, label }) => ({ id, label, onAction: () => setOpen(id) }))}
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
