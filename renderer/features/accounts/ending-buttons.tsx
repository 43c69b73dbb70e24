import { useState } from 'react';
import type { Account } from '#shared/features/accounts/contract.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import type { OneTime } from './one-time-dialog.tsx';

interface EndingButtonsProps {
  account: Account;
  onOneTime: (oneTime: OneTime) => void;
  onLeft: (name: string) => void;
}

/** What takes a person's way in: each is asked first, because the person would be shut out. */
export function EndingButtons({
  account: { id: userId, name, status },
  onOneTime,
  onLeft,
}: EndingButtonsProps) {
  const t = useTexts();
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const [asked, setAsked] = useState<'disable' | 'remove' | 'reset' | null>(null);
  const close = () => setAsked(null);
  const left = () => {
    close();
    onLeft(name);
  };
  const disable = useTask(client.accounts.disable, { onDone: left });
  const remove = useTask(client.accounts.remove, { onDone: left });
  const enable = useTask(client.accounts.enable, {
    onDone: () => toasts.show({ text: t('accounts:detail.enabled') }),
  });
  const reset = useTask(client.accounts.resetPassword, {
    onDone: ({ oneTimePassphrase }) => {
      close();
      onOneTime({ userId, name, oneTimePassphrase });
    },
  });
  const task = asked && { disable, remove, reset }[asked];
  const isActive = status === 'active';
  return (
    <footer className={twoPanes.foot}>
      {enable.error && (
        <Banner tone="stop" role="alert">
          {ofError(enable.error)}
        </Banner>
      )}
      <Button variant="danger" onPress={() => setAsked('remove')}>
        {t('accounts:detail.remove')}
      </Button>
      {isActive ? (
        <Button variant="danger" onPress={() => setAsked('disable')}>
          {t('accounts:detail.disable')}
        </Button>
      ) : (
        <Button isPending={enable.isPending} onPress={() => enable.mutate({ userId })}>
          {t('accounts:detail.enable')}
        </Button>
      )}
      {isActive && <Button onPress={() => setAsked('reset')}>{t('accounts:detail.reset')}</Button>}
      {asked && (
        <ConfirmDialog
          isOpen
          title={t(`accounts:${asked}.title`)}
          confirmLabel={t(`accounts:${asked}.confirm`)}
          cancelLabel={t('cancel')}
          isPending={task?.isPending}
          onConfirm={() => task?.mutate({ userId })}
          onClose={() => {
            task?.reset();
            close();
          }}
        >
          <p>{t(`accounts:${asked}.text`, { name })}</p>
          {task?.error && (
            <Banner tone="stop" role="alert">
              {ofError(task.error)}
            </Banner>
          )}
        </ConfirmDialog>
      )}
    </footer>
  );
}
