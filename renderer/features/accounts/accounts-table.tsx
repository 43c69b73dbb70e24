import { CircleAlert, FileWarning, KeyRound } from 'lucide-react';
import type { Account } from '#shared/features/accounts/contract.ts';
import { dateAt, formatDate, formatTime, today } from '#shared/values/dates.ts';
import { usePerson } from '../../app/session.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Table } from '../../ui/table.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import styles from './accounts-page.module.css';

interface AccountsTableProps {
  accounts: readonly Account[];
  chosenId: string | null;
  onChoose: (account: Account) => void;
  onOpen: () => void;
}

export function AccountsTable({ accounts, chosenId, onChoose, onOpen }: AccountsTableProps) {
  const t = useTexts();
  return (
    <div className={styles.table}>
      <Table
        label={t('accounts:title')}
        rows={accounts}
        rowId={({ id }) => id}
        selectedId={chosenId}
        onSelect={onChoose}
        onOpen={onOpen}
        columns={[
          {
            id: 'name',
            header: t('accounts:table.name'),
            isRowHeader: true,
            cell: (account) => <Name account={account} />,
          },
          {
            id: 'roles',
            header: t('accounts:table.roles'),
            cell: ({ roles }) => roles.map((role) => t(`words:roles.${role}`)).join(', '),
          },
          {
            id: 'last',
            header: t('accounts:table.lastSignIn'),
            cell: (account) => <LastSignIn account={account} />,
          },
          {
            id: 'status',
            header: t('accounts:table.status'),
            cell: (account) => <Status account={account} />,
          },
        ]}
      />
    </div>
  );
}

function Name({ account: { name, status } }: { account: Account }) {
  return <span className={status === 'disabled' ? styles.off : styles.name}>{name}</span>;
}

export function LastSignIn({ account: { id, lastSignIn } }: { account: Account }) {
  const t = useTexts();
  const isSelf = usePerson().userId === id;
  if (!lastSignIn) return <span className={styles.dim}>{t('accounts:never')}</span>;
  return (
    <span>
      {isSelf ? <b className={styles.now}>{t('accounts:now')}</b> : whenText(t, lastSignIn.at)}
      {lastSignIn.workstation !== null && <small>{lastSignIn.workstation}</small>}
    </span>
  );
}

function whenText(t: Translate, at: string): string {
  const time = formatTime(at);
  const date = dateAt(at);
  return date === today() ? t('accounts:today', { time }) : formatDate(date);
}

/** What an administrator should see to comes first; "in order" is quiet. */
function Status({ account }: { account: Account }) {
  const t = useTexts();
  const { status, disabledAt, commitment, mustChoosePassword, failedTries } = account;
  if (status === 'disabled') {
    return (
      <Badge>
        {disabledAt
          ? t('accounts:status.disabledOn', { date: formatDate(dateAt(disabledAt)) })
          : t('accounts:status.disabled')}
      </Badge>
    );
  }
  const isFine = commitment && !mustChoosePassword && failedTries === 0;
  if (isFine) return <span className={styles.dim}>{t('accounts:status.fine')}</span>;
  return (
    <span className={twoPanes.badges}>
      {failedTries > 0 && (
        <Badge tone="stop" icon={<CircleAlert aria-hidden="true" />}>
          {t('accounts:status.failed', { count: failedTries })}
        </Badge>
      )}
      {!commitment && (
        <Badge tone="warn" icon={<FileWarning aria-hidden="true" />}>
          {t('accounts:status.commitmentMissing')}
        </Badge>
      )}
      {mustChoosePassword && (
        <Badge icon={<KeyRound aria-hidden="true" />}>{t('accounts:status.mustChoose')}</Badge>
      )}
    </span>
  );
}
