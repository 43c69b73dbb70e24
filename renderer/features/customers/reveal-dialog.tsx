import { useState } from 'react';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';

interface RevealDialogProps {
  /** The contact details are needed for changing them. */
  isEdit?: boolean;
  error: unknown;
  isPending: boolean;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Protected contact details are shown for a reason, which goes into the log. */
export function RevealDialog({ isEdit = false, error, isPending, onConfirm, onClose }: RevealDialogProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const [reason, setReason] = useState('');
  return (
    <ReasonDialog
      title={t(isEdit ? 'customers:protected.editTitle' : 'customers:protected.title')}
      label={t('customers:protected.reason')}
      missing={t('faults:issues.required')}
      confirmLabel={t(isEdit ? 'customers:protected.edit' : 'customers:protected.show')}
      cancelLabel={t('customers:protected.leave')}
      reason={reason}
      onReason={setReason}
      error={error ? ofError(error) : undefined}
      isPending={isPending}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {t('customers:protected.text')}
    </ReasonDialog>
  );
}
