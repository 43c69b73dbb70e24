import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Account } from '#shared/features/accounts/contract.ts';
import { compareNames } from '#shared/values/names.ts';
import { client } from '../../api/client.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { ReadFault } from '../../app/read-fault.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { AccountDetail } from './account-detail.tsx';
import styles from './accounts-page.module.css';
import { AccountsTable } from './accounts-table.tsx';
import { CommonRules } from './common-rules.tsx';
import { NewAccount } from './new-account.tsx';
import { type OneTime, OneTimeDialog } from './one-time-dialog.tsx';

interface AccountsPageProps {
  /** Offers a new key of the database when somebody has left. */
  rotation: (whoLeft: string, onClose: () => void) => ReactNode;
}

/** Accounts of the staff: the list, and the chosen one's details beside it. */
export function AccountsPage({ rotation }: AccountsPageProps) {
  const t = useTexts();
  const read = useQuery(client.accounts.list());
  const { data, error } = read;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  const [whoLeft, setWhoLeft] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const accounts = [...(data?.accounts ?? [])].sort((a, b) => compareNames(a.name, b.name));
  const index = Math.max(
    0,
    accounts.findIndex(({ id }) => id === chosenId),
  );
  const chosen = accounts[index];

  const choose = (account: Account | undefined) => {
    if (!account) return;
    setIsAdding(false);
    setChosenId(account.id);
  };
  const go = (step: number) => {
    const next = accounts[index + step];
    choose(next);
    if (next) rowOf(list.current, next.id)?.focus();
  };
  const leaveDetail = () => {
    setIsAdding(false);
    if (chosen) rowOf(list.current, chosen.id)?.focus();
  };
  useViewKeys([
    { keys: 'F3', label: t('accounts:new'), action: () => setIsAdding(true) },
    { keys: 'J', label: t('accounts:keys.next'), action: () => go(1) },
    { keys: 'K', label: t('accounts:keys.previous'), action: () => go(-1) },
  ]);
  return (
    <div className={twoPanes.page}>
      <div className={classNames(twoPanes.panes, twoPanes.stacksEarly, styles.panes)}>
        <section className={classNames(twoPanes.list, styles.list)} ref={list}>
          <header className={twoPanes.head}>
            <h1>{t('accounts:title')}</h1>
            {data && <p>{t('accounts:count', { count: accounts.length })}</p>}
            <Button
              variant="primary"
              keys="F3"
              icon={<UserPlus size={16} aria-hidden="true" />}
              onPress={() => setIsAdding(true)}
            >
              {t('accounts:new')}
            </Button>
          </header>
          <ReadFault of={read} isAtEdge />
          {!data && !error && <Skeleton label={t('accounts:loading')} rows={6} />}
          {data && (
            <AccountsTable
              accounts={accounts}
              chosenId={isAdding ? null : (chosen?.id ?? null)}
              onChoose={choose}
              onOpen={() => document.getElementById('name')?.focus()}
            />
          )}
          <CommonRules />
        </section>
        {isAdding ? (
          <NewAccount
            onClose={leaveDetail}
            onAdded={(added) => {
              setIsAdding(false);
              setChosenId(added.userId);
              setOneTime(added);
            }}
          />
        ) : (
          chosen && (
            <AccountDetail
              key={chosen.id}
              account={chosen}
              managers={accounts.filter(isManager)}
              isAlone={accounts.length === 1}
              onLeave={leaveDetail}
              onOneTime={setOneTime}
              onLeft={setWhoLeft}
            />
          )
        )}
      </div>
      {oneTime && <OneTimeDialog oneTime={oneTime} onClose={() => setOneTime(null)} />}
      {whoLeft !== null && rotation(whoLeft, () => setWhoLeft(null))}
    </div>
  );
}

function isManager({ status, roles }: Account): boolean {
  return status === 'active' && roles.includes('manager');
}

function rowOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`) ?? null;
}
