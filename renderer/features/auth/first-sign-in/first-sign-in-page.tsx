import { zodResolver } from '@hookform/resolvers/zod';
import { ArrowLeft } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { NewPasswordField } from '../../../app/new-password-field.tsx';
import { newPasswordRules, newPasswordShape } from '../../../app/new-password-rules.ts';
import { passwordTexts } from '../../../app/password-texts.ts';
import { useSession } from '../../../app/session.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { DoorFrame } from '../door/door-frame.tsx';
import styles from '../recover/recover-page.module.css';
import type { OneTime } from '../sign-in/use-sign-in.ts';

interface FirstSignInPageProps {
  door: DoorState;
  oneTime: OneTime;
  onBack: () => void;
}

/** An own password in place of the passphrase that an administrator gave; nothing is open before. */
export function FirstSignInPage({ door, oneTime, onBack }: FirstSignInPageProps) {
  const t = useTexts();
  const { enter } = useSession();
  const { ofIssue, ofError } = useFaultTexts();
  const known = [nameOf(door, oneTime), door.clinic?.name ?? '', door.clinic?.city ?? ''];
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(z.strictObject(newPasswordShape).superRefine(newPasswordRules(() => known))),
    defaultValues: { password: '', repeat: '' },
  });
  const choose = useCommand(client.auth.chooseOwnPassword, { onDone: enter });
  const submit = handleSubmit(({ password }) => {
    if (!choose.isPending) choose.mutate({ ...oneTime, newPassword: password });
  });
  const bind = { control, errorText: ofIssue };
  return (
    <DoorFrame clinic={door.clinic}>
      <form noValidate className={styles.box} onSubmit={submit}>
        <h1>{t('auth:firstSignIn.title')}</h1>
        <p className={styles.lead}>{t('auth:firstSignIn.lead')}</p>
        {choose.error && (
          <Banner tone="stop" role="alert">
            {ofError(choose.error)}
          </Banner>
        )}
        <Controlled {...bind} name="password">
          {(field) => (
            <NewPasswordField
              autoFocus
              label={t('auth:firstSignIn.password')}
              field={field}
              userInputs={known}
            />
          )}
        </Controlled>
        <Controlled {...bind} name="repeat">
          {(field) => (
            <PasswordField label={t('auth:firstSignIn.repeat')} texts={passwordTexts(t)} {...field} />
          )}
        </Controlled>
        <div className={styles.buttons}>
          <Button icon={<ArrowLeft aria-hidden="true" />} onPress={onBack} isDisabled={choose.isPending}>
            {t('back')}
          </Button>
          <Button type="submit" variant="primary" keys="Enter" isPending={choose.isPending}>
            {choose.isPending ? t('auth:firstSignIn.working') : t('auth:firstSignIn.submit')}
          </Button>
        </div>
      </form>
    </DoorFrame>
  );
}

/** What a guesser knows of the person: the listed name, or the one that was typed. */
function nameOf(door: DoorState, { who }: OneTime): string {
  if ('typedName' in who) return who.typedName;
  return door.users.find(({ id }) => id === who.userId)?.name ?? '';
}
