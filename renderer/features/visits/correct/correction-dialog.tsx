import type { ReactNode } from 'react';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './entry-menu.module.css';

interface CorrectionDialogProps {
  title: string;
  /** What the dialog does; Ctrl+Enter does it too. */
  submit: string;
  variant?: 'primary' | 'danger-solid';
  command: { readonly isPending: boolean; readonly error: Error | null };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of every question about an entry that is there already. */
export function CorrectionDialog({
  title,
  submit,
  variant = 'primary',
  command,
  onSubmit,
  onClose,
  children,
}: CorrectionDialogProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  useViewKeys([{ keys: 'Ctrl+Enter', label: submit, action: onSubmit, inDialog: true, onBar: false }]);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant={variant} keys={['Ctrl', 'Enter']} onPress={onSubmit} isPending={command.isPending}>
            {submit}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {children}
        {command.error && <Banner tone="stop" isSlim role="alert" title={faults.ofError(command.error)} />}
      </div>
    </Dialog>
  );
}
