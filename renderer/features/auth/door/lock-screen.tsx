import { FileLock, ShieldCheck } from 'lucide-react';
import type { ClosedDoor } from '#shared/desktop.ts';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { formatTime } from '#shared/values/dates.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { rememberedPlace } from '../../../app/place.ts';
import { Brand } from '../../../app/shell/brand.tsx';
import { useTitleBar } from '../../../app/title-bar.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { type OneTime, useSignIn } from '../sign-in/use-sign-in.ts';
import { Drawer } from './drawer.tsx';
import styles from './lock-screen.module.css';

interface LockScreenProps {
  person: DoorState['users'][number];
  closed: ClosedDoor;
  waitSeconds: number;
  onChangePerson: () => void;
  onOneTime: (oneTime: OneTime) => void;
}

/** The drawer pushed shut with a name plate: whose work waits, and nothing of what it holds. */
export function LockScreen({ person, closed, waitSeconds, onChangePerson, onOneTime }: LockScreenProps) {
  const t = useTexts();
  const signIn = useSignIn(waitSeconds, onOneTime);
  useTitleBar('spine');
  useViewKeys([{ keys: 'Ctrl+U', label: t('auth:locked.changePerson'), action: onChangePerson }]);
  return (
    <main className={styles.screen}>
      <div className={styles.bar}>
        <Brand />
      </div>
      <Drawer isClosed />
      <section className={styles.plate} aria-labelledby="locked-person">
        <div className={styles.holder}>
          <p>{closed.at && t('auth:locked.at', { time: formatTime(closed.at) })}</p>
          <h1 id="locked-person">{person.name}</h1>
        </div>
        <div className={styles.password}>
          <PasswordForm
            signIn={signIn}
            who={{ userId: person.id }}
            submitLabel={t('auth:locked.submit')}
            autoFocus
          />
        </div>
        <p className={styles.kept}>
          <FileLock size={16} aria-hidden="true" />
          {t(closed.keptForm ? `auth:locked.keptForms.${closed.keptForm}` : 'auth:locked.sameView')}
        </p>
        <Button variant="ghost" keys={['Ctrl', 'U']} onPress={onChangePerson}>
          {t('auth:locked.changePerson')}
        </Button>
        <i className={styles.pull} aria-hidden="true" />
      </section>
      <p className={styles.foot}>
        <ShieldCheck size={15} aria-hidden="true" />
        {t('auth:locked.closed')}
        <span>{useReason(closed)}</span>
      </p>
    </main>
  );
}

function useReason({ reason }: ClosedDoor): string {
  const t = useTexts();
  if (reason === 'idle') return t('auth:locked.reasons.idle', { count: rememberedPlace()?.idleMinutes ?? 5 });
  return reason === null || reason === 'signed-out' ? '' : t(`auth:locked.reasons.${reason}`);
}
