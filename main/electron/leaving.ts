import { app, type BrowserWindow } from 'electron';
import type { Door } from './door.ts';
import type { RegisterKeeper } from './register-keeper.ts';
import { signOut } from './sign-out.ts';
import type { WindowStateFile } from './window-state.ts';

/**
 * Closing the window while somebody is signed in signs out first. If the backup fails, the window stays at the
 * door to tell it and the next closing closes; closing twice never waits for a backup that does not end.
 */
export function signOutBeforeClosing(window: BrowserWindow, door: Door, register: RegisterKeeper): void {
  let leaving = false;
  window.on('close', (event) => {
    if (door.person === null || leaving) return;
    event.preventDefault();
    leaving = true;
    void signOut(door, register).then((failure) => {
      leaving = false;
      if (failure === null && !window.isDestroyed()) window.close();
    });
  });
}

/** The program ends with its window, on macOS too: no register process stays without one. */
export function endWithWindow(register: RegisterKeeper, windowState: WindowStateFile): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void Promise.allSettled([register.kill(), windowState.written()]).then(() => app.exit());
  });
}
