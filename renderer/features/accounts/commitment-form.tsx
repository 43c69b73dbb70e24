import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Account } from '#shared/features/accounts/contract.ts';
import { isoDateSchema, today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import styles from './accounts-page.module.css';

const schema = z.strictObject({
  signedOn: isoDateSchema.refine((date) => date <= today(), { error: 'date-in-future' }),
});

/** The day on which the confidentiality commitment was signed on paper. */
export function CommitmentForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts();
  const { ofIssue, ofError } = useFaultTexts();
  const { control, handleSubmit } = useForm<{ signedOn: string }>({
    resolver: zodResolver(schema),
    defaultValues: { signedOn: account.commitment?.signedOn ?? '' },
  });
  const record = useTask(client.accounts.recordCommitment, { onDone: onClose });
  const submit = handleSubmit(({ signedOn }) =>
    record.mutate({
      userId: account.id,
      signedOn,
      expectedVersion: account.commitment?.version ?? null,
    }),
  );
  useViewKeys([
    { keys: 'Ctrl+Enter', label: t('accounts:commitment.submit'), action: () => void submit() },
    { keys: 'Esc', label: t('cancel'), action: onClose },
  ]);
  return (
    <form noValidate className={styles.inline} onSubmit={submit}>
      <h3>{t('accounts:commitment.title')}</h3>
      <p className={twoPanes.sub}>{t('accounts:commitment.lead', { name: account.name })}</p>
      {record.error && (
        <Banner tone="stop" role="alert">
          {ofError(record.error)}
        </Banner>
      )}
      <Controlled control={control} errorText={ofIssue} name="signedOn">
        {(field) => <DateField autoFocus label={t('accounts:commitment.signedOn')} {...field} />}
      </Controlled>
      <div className={twoPanes.buttons}>
        <Button type="submit" keys={['Ctrl', 'Enter']} isPending={record.isPending}>
          {t('accounts:commitment.submit')}
        </Button>
        <Button keys="Esc" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
