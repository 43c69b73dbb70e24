import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../locales/use-texts.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';

interface LeaveGuardProps {
  hasUnsaved: () => boolean;
  /** the person gives up what is in the form */
  onDiscard?: () => void;
}

/** Asks before any way out of a form that has unsaved data. */
export function LeaveGuard({ hasUnsaved, onDiscard }: LeaveGuardProps) {
  const t = useTexts();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: hasUnsaved,
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={status === 'blocked'}
      title={t('leave.title')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.cancel')}
      onConfirm={() => {
        onDiscard?.();
        proceed?.();
      }}
      onClose={() => reset?.()}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
