import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Account } from '#shared/features/accounts/contract.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { usePerson, useSession } from '../../app/session.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { AccountFacts } from './account-facts.tsx';
import { AccountFields, type AccountForm, accountFormSchema } from './account-fields.tsx';
import { EndingButtons } from './ending-buttons.tsx';
import type { OneTime } from './one-time-dialog.tsx';
import { RightsTable } from './rights-table.tsx';

interface AccountDetailProps {
  account: Account;
  managers: readonly Account[];
  /** The register has no other account. */
  isAlone: boolean;
  /** Back to the list. */
  onLeave: () => void;
  onOneTime: (oneTime: OneTime) => void;
  /** The person's account has ended; who it was. */
  onLeft: (name: string) => void;
}

/** One account: what may be changed at once, and what asks first. */
export function AccountDetail({
  account,
  managers,
  isAlone,
  onLeave,
  onOneTime,
  onLeft,
}: AccountDetailProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const isSelf = usePerson().userId === account.id;
  const { renew } = useSession();
  // the top bar names the person and their roles
  const save = useAccountForm(account, () => isSelf && void renew());
  useViewKeys([
    {
      keys: 'Ctrl+Enter',
      label: t('save'),
      action: () => void save.submit(),
      isEnabled: save.isChanged,
      onBar: save.isChanged,
    },
    {
      keys: 'Esc',
      label: t('cancel'),
      action: () => {
        save.reset();
        onLeave();
      },
      onBar: save.isChanged,
    },
  ]);
  return (
    <aside className={twoPanes.detail} aria-labelledby="account-title">
      <div className={twoPanes.body}>
        <header>
          <h2 id="account-title" className={twoPanes.title}>
            {account.name}
          </h2>
          <p className={twoPanes.sub}>{createdText(t, account)}</p>
        </header>
        {isSelf && <p className={twoPanes.sub}>{t('accounts:detail.self')}</p>}
        {save.error && (
          <Banner tone="stop" role="alert">
            {ofError(save.error)}
          </Banner>
        )}
        <form noValidate className={twoPanes.form} onSubmit={save.submit}>
          <AccountFields control={save.control} isNew={false} />
          {save.isChanged && (
            <div className={twoPanes.buttons}>
              <Button type="submit" variant="primary" keys={['Ctrl', 'Enter']} isPending={save.isPending}>
                {t('save')}
              </Button>
              <Button keys="Esc" onPress={save.reset}>
                {t('cancel')}
              </Button>
            </div>
          )}
        </form>
        <AccountFacts account={account} managers={managers} mayRaise={!isSelf || isAlone} />
        <RightsTable chosen={save.roles} />
      </div>
      {!isSelf && <EndingButtons account={account} onOneTime={onOneTime} onLeft={onLeft} />}
    </aside>
  );
}

function createdText(t: ReturnType<typeof useTexts>, { createdAt, createdBy }: Account): string {
  const date = formatDate(dateAt(createdAt));
  return createdBy === null
    ? t('accounts:detail.created', { date })
    : t('accounts:detail.createdBy', { date, name: createdBy });
}

/** Name and roles are two deeds in the log; each is done only when it differs. */
function useAccountForm({ id: userId, name, roles }: Account, onChanged: () => void) {
  const t = useTexts();
  const toasts = useToasts();
  const rename = useTask(client.accounts.rename, { onDone: onChanged });
  const setRoles = useTask(client.accounts.setRoles, { onDone: onChanged });
  const [saved, setSaved] = useState<AccountForm>({ name, roles });
  const { control, handleSubmit, reset, watch } = useForm<AccountForm>({
    resolver: zodResolver(accountFormSchema),
    defaultValues: saved,
  });
  const now = watch();
  const submit = handleSubmit(async (typed) => {
    if (rename.isPending || setRoles.isPending) return;
    try {
      if (typed.name !== saved.name) await rename.mutateAsync({ userId, name: typed.name });
      if (!sameRoles(typed.roles, saved.roles)) {
        await setRoles.mutateAsync({ userId, roles: [...typed.roles] });
      }
    } catch {
      return; // shown from the task's own error
    }
    setSaved(typed);
    reset(typed);
    toasts.show({ text: t('accounts:detail.saved') });
  });
  return {
    control,
    submit,
    roles: now.roles,
    isChanged: now.name !== saved.name || !sameRoles(now.roles, saved.roles),
    isPending: rename.isPending || setRoles.isPending,
    error: rename.error ?? setRoles.error,
    reset: () => {
      rename.reset();
      setRoles.reset();
      reset(saved);
    },
  };
}

function sameRoles(a: AccountForm['roles'], b: AccountForm['roles']): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}
