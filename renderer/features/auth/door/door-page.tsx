import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ClosedDoor } from '#shared/desktop.ts';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { doorClient } from '../../../api/door-client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { MessagePage } from '../../../app/message-page.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import type { OneTime } from '../sign-in/use-sign-in.ts';
import { LockScreen } from './lock-screen.tsx';
import { TroublePage } from './trouble-page.tsx';

// Seldom seen: the usual door is painted without them.
const FirstSignInPage = lazy(async () => {
  const { FirstSignInPage } = await import('../first-sign-in/first-sign-in-page.tsx');
  return { default: FirstSignInPage };
});
const RecoverPage = lazy(async () => {
  const { RecoverPage } = await import('../recover/recover-page.tsx');
  return { default: RecoverPage };
});
const SetUpPage = lazy(async () => {
  const { SetUpPage } = await import('../set-up/set-up-page.tsx');
  return { default: SetUpPage };
});

/** The register is closed: set it up, open it, or say why it cannot be opened. */
export function DoorPage({ closed }: { closed: ClosedDoor }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data: door, error, refetch } = useQuery(doorClient.auth.status());
  const checkAgain = () => void refetch();
  if (error) {
    return (
      <MessagePage
        title={t('auth:startFailed')}
        action={<Button onPress={checkAgain}>{t('tryAgain')}</Button>}
      >
        {ofError(error)}
      </MessagePage>
    );
  }
  if (!door) return null;
  if (door.register === 'none') return <SetUpPage />;
  if (door.register === 'present') return <ClosedRegister door={door} closed={closed} />;
  return <TroublePage trouble={door.register} onCheckAgain={checkAgain} />;
}

type View = 'lock' | 'sign-in' | 'recover';

function ClosedRegister({ door, closed }: { door: DoorState; closed: ClosedDoor }) {
  const person = door.users.find(({ id }) => id === closed.userId);
  const [view, setView] = useState<View>('lock');
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  if (oneTime) return <FirstSignInPage door={door} oneTime={oneTime} onBack={() => setOneTime(null)} />;
  if (view === 'recover') return <RecoverPage door={door} onBack={() => setView('sign-in')} />;
  if (person && view === 'lock') {
    return (
      <LockScreen
        person={person}
        closed={closed}
        waitSeconds={door.waitSeconds}
        onChangePerson={() => setView('sign-in')}
        onOneTime={setOneTime}
      />
    );
  }
  return (
    <SignInPage
      door={door}
      first={null}
      backupFailure={closed.backupFailure}
      onRecover={() => setView('recover')}
      onOneTime={setOneTime}
    />
  );
}
