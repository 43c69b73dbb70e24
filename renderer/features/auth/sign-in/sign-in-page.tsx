import { type KeyboardEvent, useState } from 'react';
import type { BackupFailure } from '#shared/desktop.ts';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { version } from '../../../../package.json';
import { useMinute } from '../../../app/clock.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { DoorFrame } from '../door/door-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { type Choice, PeopleList } from './people-list.tsx';
import styles from './sign-in-page.module.css';
import { type OneTime, type SignIn, useSignIn } from './use-sign-in.ts';

const other = 'other';

interface SignInPageProps {
  door: DoorState;
  /** Who is offered first, if anyone. */
  first: string | null;
  backupFailure: BackupFailure | null;
  onRecover: () => void;
  onOneTime: (oneTime: OneTime) => void;
}

export function SignInPage({ door, first, backupFailure, onRecover, onOneTime }: SignInPageProps) {
  const t = useTexts();
  const only = door.users.length === 1 ? door.users[0]?.id : undefined;
  const [chosen, setChosen] = useState<string | null>(first ?? only ?? null);
  const [isAsking, setIsAsking] = useState(chosen !== null);
  const signIn = useSignIn(door.waitSeconds, onOneTime);
  const choices = useChoices(door);

  const choose = (id: string, andGo: boolean) => {
    if (id !== chosen) signIn.forget();
    setChosen(id);
    setIsAsking(andGo);
  };
  /** From the password field the arrows go on to the next person. */
  const changePerson = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = choices.findIndex(({ id }) => id === chosen) + step;
    const next = choices[(index + choices.length) % choices.length];
    if (next) choose(next.id, true);
  };
  return (
    <DoorFrame
      clinic={door.clinic}
      foot={t('auth:signIn.program', { version, workstation: door.workstation })}
    >
      <div className={styles.box}>
        <Today />
        <h1>{t('auth:signIn.title')}</h1>
        <p className={styles.hint}>{t('auth:signIn.hint')}</p>
        {backupFailure && (
          <Banner tone="stop" role="alert">
            {t('auth:signIn.backupFailed', { reason: t(`shell:backupReasons.${backupFailure}`) })}
          </Banner>
        )}
        <PeopleList choices={choices} chosen={chosen} onChoose={choose}>
          {chosen === other ? (
            <OtherPerson signIn={signIn} isAsking={isAsking} />
          ) : (
            <PasswordForm
              key={chosen}
              signIn={signIn}
              who={{ userId: chosen ?? '' }}
              submitLabel={t('auth:signIn.submit')}
              autoFocus={isAsking}
              onKeyDown={changePerson}
            />
          )}
        </PeopleList>
        <p className={styles.forgotten}>
          {t('auth:signIn.forgotten')}{' '}
          <LinkButton onPress={onRecover}>{t('auth:signIn.useRecoveryKey')}</LinkButton>
        </p>
      </div>
    </DoorFrame>
  );
}

function useChoices(door: DoorState): Choice[] {
  const t = useTexts();
  const people = door.users.map(({ id, name, roles }) => ({
    id,
    name,
    note: roles.map((role) => t(`words:roles.${role}`)).join(', '),
  }));
  return [...people, { id: other, name: t('auth:signIn.other'), note: t('auth:signIn.otherHint') }];
}

function OtherPerson({ signIn, isAsking }: { signIn: SignIn; isAsking: boolean }) {
  const t = useTexts();
  const [name, setName] = useState('');
  return (
    <PasswordForm
      signIn={signIn}
      who={{ typedName: name }}
      submitLabel={t('auth:signIn.submit')}
      autoFocus={false}
    >
      <div className={styles.name}>
        <TextField
          // the field appears because the person asked for it
          autoFocus={isAsking}
          label={t('auth:signIn.name')}
          value={name}
          onChange={setName}
        />
      </div>
    </PasswordForm>
  );
}

function Today() {
  const t = useTexts();
  const now = useMinute();
  const { language } = usePreferences();
  const day = dateAt(now);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
  return (
    <p className={styles.date}>
      {weekday} {formatDate(day)} <span>{t('at', { time: formatTime(now) })}</span>
    </p>
  );
}
