import { useEffect, useRef, useState } from 'react';
import type { Account } from '#shared/features/accounts/contract.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import styles from './accounts-page.module.css';

interface GrantFormProps {
  account: Account;
  managers: readonly Account[];
  onClose: () => void;
}

/** Which manager decided that a person sees health profiles, or no longer does. Nobody is named beforehand. */
export function GrantForm({ account, managers, onClose }: GrantFormProps) {
  const t = useTexts();
  const { ofIssue, ofError } = useFaultTexts();
  const [decidedBy, setDecidedBy] = useState<string | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const grant = useTask(client.accounts.setHealthProfileGrant, { onDone: onClose });
  const first = useRef<HTMLInputElement | null>(null);
  useEffect(() => first.current?.focus(), []);
  const isGiving = !account.healthProfileGrant;
  const submit = () => {
    if (decidedBy === null) return setIsMissing(true);
    grant.mutate({ userId: account.id, granted: isGiving, decidedBy });
  };
  const submitLabel = t(isGiving ? 'accounts:grant.giveSubmit' : 'accounts:grant.takeSubmit');
  useViewKeys([
    { keys: 'Ctrl+Enter', label: submitLabel, action: submit },
    { keys: 'Esc', label: t('cancel'), action: onClose },
  ]);
  return (
    <form
      noValidate
      className={styles.inline}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{t('accounts:grant.title')}</h3>
      <p className={twoPanes.sub}>
        {t(isGiving ? 'accounts:grant.give' : 'accounts:grant.take', { name: account.name })}
      </p>
      {grant.error && (
        <Banner tone="stop" role="alert">
          {ofError(grant.error)}
        </Banner>
      )}
      <ChoiceChips
        label={t('accounts:grant.decidedBy')}
        choices={managers.map(({ id, name }) => ({ value: id, label: name }))}
        value={decidedBy}
        ref={first}
        onChange={(id) => {
          setDecidedBy(id);
          setIsMissing(false);
        }}
        error={isMissing ? ofIssue('choose-answer') : undefined}
      />
      <div className={twoPanes.buttons}>
        <Button type="submit" keys={['Ctrl', 'Enter']} isPending={grant.isPending}>
          {submitLabel}
        </Button>
        <Button keys="Esc" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
