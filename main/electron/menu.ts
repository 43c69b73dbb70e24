import { Menu } from 'electron';

/** No menu, and so none of its shortcuts (reload, DevTools), except where the system cannot do without one. */
export function setMenu(): void {
  const roles = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] as const;
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...roles]) : null);
}
