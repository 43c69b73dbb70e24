import { useRef, useState } from 'react';
import { useLeaveQuestion } from '../../../app/leave-question.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';

interface Guard {
  isAsking: boolean;
  /** Closes at once when nothing would be lost, otherwise asks. */
  close: () => void;
  /** Closes without asking: saved, or the person said so. */
  leave: () => void;
  confirm: () => void;
  stay: () => void;
}

/** Holds a half-written visit until the person saves it or throws it away, whichever way they go. */
export function useDiscardGuard(
  hasUnsaved: boolean,
  { onClose, onDiscard }: { onClose: () => void; onDiscard: () => void },
): Guard {
  const [isClosing, setIsClosing] = useState(false);
  const isLeaving = useRef(false);
  const question = useLeaveQuestion(() => hasUnsaved && !isLeaving.current);
  const leave = () => {
    isLeaving.current = true;
    onClose();
  };
  const giveUp = () => {
    onDiscard();
    leave();
  };
  return {
    isAsking: isClosing || question.isAsking,
    close: () => (hasUnsaved ? setIsClosing(true) : giveUp()),
    leave,
    confirm: () => {
      giveUp();
      question.leave();
    },
    stay: () => {
      setIsClosing(false);
      question.stay();
    },
  };
}

export function DiscardGuard({ guard }: { guard: Guard }) {
  const t = useTexts();
  return (
    <ConfirmDialog
      isOpen={guard.isAsking}
      title={t('visits:discard.title')}
      confirmLabel={t('visits:discard.confirm')}
      cancelLabel={t('visits:discard.cancel')}
      onConfirm={guard.confirm}
      onClose={guard.stay}
    >
      <p>{t('visits:discard.text')}</p>
    </ConfirmDialog>
  );
}
