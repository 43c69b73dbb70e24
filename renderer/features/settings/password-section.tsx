import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { typedPasswordSchema } from '#shared/values/password.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { NewPasswordField } from '../../app/new-password-field.tsx';
import { newPasswordRules, newPasswordShape } from '../../app/new-password-rules.ts';
import { passwordTexts } from '../../app/password-texts.ts';
import { usePerson } from '../../app/session.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './settings-page.module.css';

interface Typed {
  old: string;
  password: string;
  repeat: string;
}

const empty: Typed = { old: '', password: '', repeat: '' };

/** One's own password; an administrator cannot set anyone else's here. */
export function PasswordSection() {
  const t = useTexts();
  const toasts = useToasts();
  const { ofIssue, ofError } = useFaultTexts();
  const { name, clinicName } = usePerson();
  const known = [name, clinicName];
  const { control, handleSubmit, reset } = useForm<Typed>({
    resolver: zodResolver(
      z
        .strictObject({ old: typedPasswordSchema, ...newPasswordShape })
        .superRefine(newPasswordRules(() => known)),
    ),
    defaultValues: empty,
  });
  const change = useTask(client.auth.changePassword, {
    onDone: () => {
      reset(empty);
      toasts.show({ text: t('settings:password.done') });
    },
  });
  const bind = { control, errorText: ofIssue };
  const submit = handleSubmit(({ old, password }) =>
    change.mutate({ oldPassword: old, newPassword: password }),
  );
  return (
    <section className={styles.section} aria-labelledby="settings-password">
      <SectionHead id="settings-password" title={t('settings:password.title')} />
      <form noValidate className={styles.fields} onSubmit={submit}>
        {change.error && (
          <Banner tone="stop" role="alert">
            {ofError(change.error)}
          </Banner>
        )}
        <Controlled {...bind} name="old">
          {(field) => (
            <PasswordField label={t('settings:password.old')} texts={passwordTexts(t)} {...field} />
          )}
        </Controlled>
        <Controlled {...bind} name="password">
          {(field) => (
            <NewPasswordField label={t('settings:password.new')} field={field} userInputs={known} />
          )}
        </Controlled>
        <Controlled {...bind} name="repeat">
          {(field) => (
            <PasswordField label={t('settings:password.repeat')} texts={passwordTexts(t)} {...field} />
          )}
        </Controlled>
        <div>
          <Button type="submit" isPending={change.isPending}>
            {change.isPending ? t('settings:password.working') : t('settings:password.submit')}
          </Button>
        </div>
      </form>
    </section>
  );
}
