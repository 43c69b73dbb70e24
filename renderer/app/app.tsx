import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { DoorPage } from '../features/auth/door/door-page.tsx';
import { BackupStep } from '../features/auth/set-up/backup-step.tsx';
import { useTexts } from '../locales/use-texts.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { MessagePage } from './message-page.tsx';
import { RelationProvider } from './relation-dialog.tsx';
import { createAppRouter } from './router.ts';
import { useSession } from './session.tsx';

/** Door, end of the set-up, or the desk: who is signed in decides what there is. */
export function App() {
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

function Desk() {
  const t = useTexts();
  const [router] = useState(createAppRouter);
  return (
    <ToastProvider label={t('shell:toasts')}>
      <RelationProvider>
        <RouterProvider router={router} />
      </RelationProvider>
    </ToastProvider>
  );
}
