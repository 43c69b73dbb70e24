import { zodResolver } from '@hookform/resolvers/zod';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DoorState, SignedInPerson } from '#shared/features/auth/contract.ts';
import { requiredText } from '#shared/values/text.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { formProblems } from '../../../app/form-problems.ts';
import { NewPasswordField } from '../../../app/new-password-field.tsx';
import { newPasswordRules, newPasswordShape } from '../../../app/new-password-rules.ts';
import { passwordTexts } from '../../../app/password-texts.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DoorFrame } from '../door/door-frame.tsx';
import { NewKeyPage } from './new-key-page.tsx';
import styles from './recover-page.module.css';

interface Typed {
  userId: string;
  recoveryKey: string;
  password: string;
  repeat: string;
}

interface Recovered {
  person: SignedInPerson;
  newRecoveryKey: string[];
}

function recoverSchema(knownWords: (userId: string) => readonly string[]) {
  return z
    .strictObject({
      userId: requiredText(64, 'not-a-choice'),
      recoveryKey: requiredText(80),
      ...newPasswordShape,
    })
    .superRefine(newPasswordRules(({ userId }) => knownWords(userId)));
}

/** A new password for one person by the recovery key on paper. */
export function RecoverPage({ door, onBack }: { door: DoorState; onBack: () => void }) {
  const t = useTexts();
  const { ofIssue, ofError } = useFaultTexts();
  const [recovered, setRecovered] = useState<Recovered | null>(null);
  // the paper opens the register for those who may run it
  const people = door.users.filter(({ roles }) => roles.includes('admin'));
  const recover = useCommand(client.auth.recover, { onDone: setRecovered });
  const knownWords = (userId: string) => {
    const name = door.users.find(({ id }) => id === userId)?.name ?? '';
    return [name, door.clinic?.name ?? '', door.clinic?.city ?? ''];
  };
  const { control, handleSubmit, watch, formState } = useForm<Typed>({
    resolver: zodResolver(recoverSchema(knownWords)),
    defaultValues: {
      userId: people.length === 1 ? (people[0]?.id ?? '') : '',
      recoveryKey: '',
      password: '',
      repeat: '',
    },
  });
  if (recovered) return <NewKeyPage clinic={door.clinic} {...recovered} />;

  const labels = {
    userId: t('auth:recover.person'),
    recoveryKey: t('auth:recover.key'),
    password: t('auth:recover.password'),
    repeat: t('auth:recover.repeat'),
  };
  const bind = { control, errorText: ofIssue };
  const problems = formProblems(formState.errors, labels);
  const submit = handleSubmit(({ userId, recoveryKey, password }) =>
    recover.mutate({ userId, recoveryKey, newPassword: password }),
  );
  return (
    <DoorFrame clinic={door.clinic}>
      <form noValidate className={styles.box} onSubmit={submit}>
        <h1>{t('auth:recover.title')}</h1>
        <p className={styles.lead}>{t('auth:recover.lead')}</p>
        <ErrorSummary title={t('errorSummary', { count: problems.length })} problems={problems} />
        {recover.error && (
          <Banner tone="stop" role="alert">
            {ofError(recover.error)}
          </Banner>
        )}
        <Controlled {...bind} name="userId">
          {({ value, ref: _, ...field }) => (
            <Select
              label={labels.userId}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              value={value === '' ? null : value}
              {...field}
              onChange={(id) => field.onChange(id ?? '')}
            />
          )}
        </Controlled>
        <Controlled {...bind} name="recoveryKey">
          {(field) => (
            <TextField isMono label={labels.recoveryKey} help={t('auth:recover.keyHelp')} {...field} />
          )}
        </Controlled>
        <Controlled {...bind} name="password">
          {(field) => (
            <NewPasswordField
              label={labels.password}
              field={field}
              userInputs={knownWords(watch('userId'))}
            />
          )}
        </Controlled>
        <Controlled {...bind} name="repeat">
          {(field) => <PasswordField label={labels.repeat} texts={passwordTexts(t)} {...field} />}
        </Controlled>
        <div className={styles.buttons}>
          <Button icon={<ArrowLeft aria-hidden="true" />} onPress={onBack} isDisabled={recover.isPending}>
            {t('back')}
          </Button>
          <Button type="submit" variant="primary" keys="Enter" isPending={recover.isPending}>
            {recover.isPending ? t('auth:recover.working') : t('auth:recover.submit')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}
