import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { InlineError } from './inline-error.tsx';
import { TextField } from './text-field.tsx';

export interface ReasonDialogProps {
  title: string;
  /** why it is asked and what becomes of the answer */
  children: ReactNode;
  /** of the field */
  label: string;
  confirmLabel: string;
  cancelLabel: string;
  /** the sentence below an empty field */
  missing: string;
  reason: string;
  onReason: (reason: string) => void;
  /** why it was not done */
  error?: string | undefined;
  isPending?: boolean | undefined;
  /** with what was typed, without the blanks around it */
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for one line of text before something is done that the log must be able to explain. Enter goes on. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    title,
    children,
    label,
    confirmLabel,
    cancelLabel,
    missing,
    reason,
    onReason,
    error,
    isPending,
    onConfirm,
    onClose,
  } = props;
  const [isMissing, setIsMissing] = useState(false);
  const confirm = () => {
    const typed = reason.trim();
    setIsMissing(typed === '');
    if (typed !== '' && !isPending) onConfirm(typed);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {cancelLabel}
          </Button>
          <Button variant="primary" keys="Enter" isPending={isPending} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <TextField
        autoFocus
        label={label}
        value={reason}
        onChange={onReason}
        maxLength={200}
        error={isMissing && reason.trim() === '' ? missing : undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          confirm();
        }}
      />
      <InlineError>{error}</InlineError>
    </Dialog>
  );
}
