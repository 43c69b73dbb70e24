import { useBlocker } from '@tanstack/react-router';
import { useTexts } from '../locales/use-texts.ts';
import { ConfirmDialog } from '../ui/dialog.tsx';

/** Asks before any way out of a form that has unsaved data. */
export function LeaveGuard({ hasUnsaved }: { hasUnsaved: () => boolean }) {
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
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
