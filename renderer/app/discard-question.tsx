import { type ReactNode, useState } from 'react';
import { useTexts } from '../locales/use-texts.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';

interface DiscardQuestion {
  /** Closes at once when nothing would be lost, otherwise asks. */
  readonly cancel: () => void;
  readonly question: ReactNode;
}

/**
 * Before a panel is closed by the person. The way to another screen needs no question: what was typed waits as a draft.
 * @param hasUnsaved something that was typed; what was chosen with one key is soon chosen again
 * @param giveUp throws it away and closes
 */
export function useDiscardQuestion(hasUnsaved: () => boolean, giveUp: () => void): DiscardQuestion {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const question = (
    <ConfirmDialog
      isOpen={isAsking}
      title={t('leave.title')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.cancel')}
      onConfirm={giveUp}
      onClose={() => setIsAsking(false)}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
  return { cancel: () => (hasUnsaved() ? setIsAsking(true) : giveUp()), question };
}
