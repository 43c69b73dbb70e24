import { type KeyboardEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { passwordTexts } from '../../../app/password-texts.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import styles from './password-form.module.css';
import type { SignIn, Who } from './use-sign-in.ts';
import { WaitNotice } from './wait-notice.tsx';

interface PasswordFormProps {
  signIn: SignIn;
  who: Who;
  submitLabel: string;
  /** Takes the focus when it appears and after each refusal. */
  autoFocus: boolean;
  /** Fields above the password. */
  children?: ReactNode;
  onKeyDown?: KeyboardEventHandler;
}

export function PasswordForm({
  signIn,
  who,
  submitLabel,
  autoFocus,
  children,
  onKeyDown,
}: PasswordFormProps) {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const isWaiting = signIn.wait !== null;
  useEffect(() => {
    if (autoFocus && !isWaiting) field.current?.focus();
  }, [autoFocus, isWaiting]);
  return (
    <form
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.submit(who, () => field.current?.focus());
      }}
    >
      {signIn.wait && <WaitNotice wait={signIn.wait} />}
      {children}
      <div className={styles.line}>
        <PasswordField
          ref={field}
          label={t('auth:signIn.password')}
          texts={passwordTexts(t)}
          value={signIn.password}
          onChange={signIn.change}
          error={signIn.error}
          isDisabled={isWaiting}
        />
        <Button
          type="submit"
          variant="primary"
          keys={isWaiting ? undefined : 'Enter'}
          isPending={signIn.isPending}
          isDisabled={isWaiting}
        >
          {submitLabel}
        </Button>
      </div>
      <p role="status" className={styles.status}>
        {signIn.status}
      </p>
    </form>
  );
}
