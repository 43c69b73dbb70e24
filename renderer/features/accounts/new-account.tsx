import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { AccountFields, type AccountForm, accountFormSchema } from './account-fields.tsx';
import type { OneTime } from './one-time-dialog.tsx';
import { RightsTable } from './rights-table.tsx';

/** A person who gets an account of their own; nothing is chosen for them beforehand. */
export function NewAccount({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (oneTime: OneTime) => void;
}) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { control, handleSubmit, watch } = useForm<AccountForm>({
    resolver: zodResolver(accountFormSchema),
    defaultValues: { name: '', roles: [] },
  });
  const add = useTask(client.accounts.add, {
    onDone: ({ userId, oneTimePassphrase }, { name }) => onAdded({ userId, name, oneTimePassphrase }),
  });
  const submit = handleSubmit(({ name, roles }) => {
    if (!add.isPending) add.mutate({ name, roles: [...roles] });
  });
  useViewKeys([
    { keys: 'Ctrl+Enter', label: t('accounts:add.submit'), action: () => void submit() },
    { keys: 'Esc', label: t('cancel'), action: onClose },
  ]);
  return (
    <aside className={twoPanes.detail} aria-labelledby="account-title">
      <form noValidate id="new-account" className={twoPanes.body} onSubmit={submit}>
        <h2 id="account-title" className={twoPanes.title}>
          {t('accounts:add.title')}
        </h2>
        <p className={twoPanes.sub}>{t('accounts:add.lead')}</p>
        {add.error && (
          <Banner tone="stop" role="alert">
            {ofError(add.error)}
          </Banner>
        )}
        <AccountFields control={control} isNew />
        <RightsTable chosen={watch('roles')} />
      </form>
      <footer className={twoPanes.foot}>
        <Button keys="Esc" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          form="new-account"
          variant="primary"
          keys={['Ctrl', 'Enter']}
          isPending={add.isPending}
        >
          {add.isPending ? t('accounts:add.working') : t('accounts:add.submit')}
        </Button>
      </footer>
    </aside>
  );
}
