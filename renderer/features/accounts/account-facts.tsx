import { FileCheck, FileWarning } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '#shared/features/accounts/contract.ts';
import { formatDate } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { LastSignIn } from './accounts-table.tsx';
import { CommitmentForm } from './commitment-form.tsx';
import { GrantForm } from './grant-form.tsx';

interface AccountFactsProps {
  account: Account;
  managers: readonly Account[];
  /** Whether the caller may give this person a right. */
  mayRaise: boolean;
}

/** Commitment, health profile and sign-ins; what can be changed opens in its place. */
export function AccountFacts({ account, managers, mayRaise }: AccountFactsProps) {
  const t = useTexts();
  const [open, setOpen] = useState<'commitment' | 'grant' | null>(null);
  const { commitment, healthProfileGrant, failedTries } = account;
  const close = () => setOpen(null);
  if (open === 'commitment') return <CommitmentForm account={account} onClose={close} />;
  if (open === 'grant') return <GrantForm account={account} managers={managers} onClose={close} />;
  return (
    <DefinitionList>
      <Definition
        term={t('accounts:detail.commitment')}
        end={
          <LinkButton onPress={() => setOpen('commitment')}>
            {t(commitment ? 'accounts:detail.correct' : 'accounts:detail.record')}
          </LinkButton>
        }
      >
        {commitment ? (
          <>
            <FileCheck size={16} aria-hidden="true" />
            {t('accounts:detail.signedOn', { date: formatDate(commitment.signedOn) })}
          </>
        ) : (
          <Badge tone="warn" icon={<FileWarning aria-hidden="true" />}>
            {t('accounts:detail.missing')}
          </Badge>
        )}
      </Definition>
      <Definition
        term={t('accounts:detail.healthProfile')}
        end={
          // nobody gives themselves a right while others are there; giving one up is allowed
          (mayRaise || healthProfileGrant) && (
            <LinkButton onPress={() => setOpen('grant')}>
              {t(healthProfileGrant ? 'accounts:detail.withdraw' : 'accounts:detail.grant')}
            </LinkButton>
          )
        }
      >
        {t(healthProfileGrant ? 'accounts:detail.granted' : 'accounts:detail.notGranted')}
      </Definition>
      <Definition term={t('accounts:detail.lastSignIn')}>
        <LastSignIn account={account} />
      </Definition>
      {failedTries > 0 && (
        <Definition term={t('accounts:detail.failedTries')}>
          {t('accounts:detail.failedText', { count: failedTries })}
        </Definition>
      )}
    </DefinitionList>
  );
}
