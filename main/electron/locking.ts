import type { BrowserWindow } from 'electron';
import type { Door } from './door.ts';
import { followPower } from './power.ts';

/** Ctrl+L (Cmd+L) locks even when the page hangs, so it is taken before the page sees it. */
export function lockByKey(window: BrowserWindow, door: Door): void {
  window.webContents.on('before-input-event', (event, input) => {
    const plain = (input.control || input.meta) && !input.alt && !input.shift;
    if (input.type !== 'keyDown' || !plain || input.key.toLowerCase() !== 'l' || door.person === null) return;
    event.preventDefault();
    void door.close('locked-by-user');
  });
}

/** Nobody sits at a computer that sleeps or shows its own lock. */
export function lockWhenAway(door: Door): void {
  followPower({
    isOpen: () => door.person !== null,
    away: () => void door.close('suspended'),
    back: () => void door.idle.check(),
  });
}

/** A page that has crashed shows nothing any more: the work ends as in a lock and the page starts again. */
export function lockWhenPageFails(window: BrowserWindow, door: Door, reload: () => Promise<void>): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    void (door.person === null ? reload() : door.close('register-stopped'));
  });
}
