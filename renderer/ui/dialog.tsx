import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  isOpen: boolean;
  /** Esc; a press outside does not close, the question has to be answered */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** buttons, the safe one first */
  footer: ReactNode;
  /** `alertdialog` for what cannot be undone */
  role?: 'dialog' | 'alertdialog' | undefined;
  isWide?: boolean | undefined;
}

/** Holds the person until answered. Only for what cannot be undone, or must be seen now. */
export function Dialog({ isOpen, onClose, title, children, footer, role = 'dialog', isWide }: DialogProps) {
  useEscFromNowhere(isOpen, onClose);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={classNames(styles.overlay)}
    >
      <Modal className={classNames(styles.modal, isWide && styles.wide)}>
        <AriaDialog role={role} className={classNames(styles.dialog)}>
          <Heading slot="title" className={classNames(styles.title)}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>{footer}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * For a moment after a dialog has opened the page behind it has lost the focus and the dialog does not have it yet: an
 * Esc then reaches neither.
 */
function useEscFromNowhere(isOpen: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body) close();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOpen]);
}

export interface ConfirmDialogProps extends Omit<DialogProps, 'footer' | 'role' | 'isWide'> {
  /** names the deed: "Sulje tunnus", never "OK" */
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  isPending?: boolean | undefined;
}

/** The question before something that cannot be undone. The focus starts on the way back. */
export function ConfirmDialog({
  confirmLabel,
  cancelLabel,
  onConfirm,
  isPending,
  ...dialog
}: ConfirmDialogProps) {
  const footer = (
    <>
      <Button autoFocus keys="Esc" onPress={dialog.onClose}>
        {cancelLabel}
      </Button>
      <Button variant="danger-solid" onPress={onConfirm} isPending={isPending}>
        {confirmLabel}
      </Button>
    </>
  );
  return <Dialog {...dialog} role="alertdialog" footer={footer} />;
}
