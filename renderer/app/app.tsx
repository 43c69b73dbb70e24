import { lazy, Suspense, useEffect } from 'react';
import { DoorPage } from '../features/auth/door/door-page.tsx';
import { useTexts } from '../locales/use-texts.ts';
import { loadDesk, loadDeskAfterPaint } from './load-desk.ts';
import { MessagePage } from './message-page.tsx';
import { useSession } from './session.tsx';

const Desk = lazy(loadDesk);
const BackupStep = lazy(async () => {
  const { BackupStep } = await import('../features/auth/set-up/backup-step.tsx');
  return { default: BackupStep };
});

/** Door, end of the set-up, or the desk: who is signed in decides what there is. */
export function App() {
  useEffect(loadDeskAfterPaint, []);
  return (
    <Suspense>
      <Place />
    </Suspense>
  );
}

function Place() {
  const t = useTexts();
  const { state } = useSession();
  switch (state.at) {
    case 'starting':
    case 'closing':
      return null;
    case 'unreachable':
      return <MessagePage title={t('auth:startFailed')} />;
    case 'door':
      return <DoorPage closed={state.closed} />;
    case 'set-up':
      return <BackupStep />;
    case 'desk':
      return <Desk />;
  }
}
