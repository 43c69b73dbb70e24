import { app, BrowserWindow } from 'electron';

/**
 * True for the one instance that may open this data folder. Electron keeps the lock in `userData`, so that
 * path must be set before. A second instance has to exit at once; the first is told to show itself.
 */
export function claimSingleInstance(showFirst: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', showFirst);
  return true;
}

/** Brings the window of this instance to the front. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
