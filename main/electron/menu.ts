import { app, Menu } from 'electron';

/**
 * No menu, and so none of its shortcuts (reload, DevTools), except where the system cannot do without one. Said before
 * the app is ready, because otherwise Electron makes its own menu first.
 */
export function setMenu(): void {
  if (process.platform === 'darwin') void app.whenReady().then(setSystemMenu);
  else Menu.setApplicationMenu(null);
}

function setSystemMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const;
  Menu.setApplicationMenu(Menu.buildFromTemplate([...roles]));
}
