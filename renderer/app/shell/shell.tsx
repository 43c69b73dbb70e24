import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { desktop } from '../../api/desktop.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { useToasts } from '../../ui/toast.tsx';
import { useActivity } from '../activity.ts';
import { KeptStateProvider } from '../kept-state.tsx';
import { rememberPlace } from '../place.ts';
import { usePerson } from '../session.tsx';
import { useTitleBar } from '../title-bar.ts';
import { Alerts } from './alerts.tsx';
import { AllKeysDialog } from './all-keys-dialog.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { useShellKeys } from './frame-keys.ts';
import { Hints } from './hints.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** The frame of every screen behind the door: index tabs, alerts, the screen, the key bar. */
export function Shell() {
  const t = useTexts();
  const [isLeaving, setIsLeaving] = useState(false);
  const [areKeysShown, setAreKeysShown] = useState(false);
  useTitleBar('spine');
  useActivity();
  useKeptFocus();
  useRememberedPlace();
  useOfferOfOneView();
  useShellKeys(() => setAreKeysShown(true));

  const signOut = () => {
    setIsLeaving(true);
    desktop.signOut().catch(() => setIsLeaving(false));
  };
  if (isLeaving) {
    return (
      <p role="status" className={styles.leaving}>
        {t('shell:signingOut')}
      </p>
    );
  }
  return (
    <div className={styles.app}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('shell:skip')}
      </button>
      <TopBar onSignOut={signOut} />
      <Alerts />
      <main id="main" tabIndex={-1} className={styles.main}>
        <KeptStateProvider>
          <Outlet />
        </KeptStateProvider>
      </main>
      <Hints />
      <div className={styles.keys}>
        <BottomBar />
      </div>
      <AllKeysDialog isOpen={areKeysShown} onClose={() => setAreKeysShown(false)} />
    </div>
  );
}

/** What a message offers to do next belongs to the view that gave it: on another view its key means what that view says. */
function useOfferOfOneView(): void {
  const { closeNext } = useToasts();
  const { pathname } = useLocation();
  const offeredOn = useRef(pathname);
  useEffect(() => {
    if (offeredOn.current === pathname) return;
    offeredOn.current = pathname;
    closeNext();
  }, [closeNext, pathname]);
}

function useRememberedPlace(): void {
  const { userId, idleMinutes } = usePerson();
  const { href } = useLocation();
  useEffect(() => rememberPlace({ userId, idleMinutes, address: `#${href}` }), [userId, idleMinutes, href]);
}
