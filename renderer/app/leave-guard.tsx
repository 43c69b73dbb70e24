import { useTexts } from '../locales/use-texts.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { useLeaveQuestion } from './leave-question.ts';

interface LeaveGuardProps {
  hasUnsaved: () => boolean;
  /** the person gives up what is in the form */
  onDiscard?: () => void;
}

/** Asks before any way out of a form that has unsaved data. */
export function LeaveGuard({ hasUnsaved, onDiscard }: LeaveGuardProps) {
  const t = useTexts();
  const { isAsking, leave, stay } = useLeaveQuestion(hasUnsaved);
  return (
    <ConfirmDialog
      isOpen={isAsking}
      title={t('leave.title')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.cancel')}
      onConfirm={() => {
        onDiscard?.();
        leave();
      }}
      onClose={stay}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
