import { powerMonitor } from 'electron';

const pollInterval = 3000;

export interface PowerEvents {
  /** Somebody is signed in, so that it matters. */
  isOpen(): boolean;
  /** The computer goes to sleep, shuts down, or its screen is locked. */
  away(): void;
  /** Back from sleep: the clocks have to be looked at. */
  back(): void;
}

/** Follows sleep and screen lock. Linux tells nothing of the screen lock, so it is asked. */
export function followPower(events: PowerEvents): void {
  powerMonitor.on('suspend', () => events.away());
  powerMonitor.on('shutdown', () => events.away());
  powerMonitor.on('lock-screen', () => events.away());
  powerMonitor.on('resume', () => events.back());
  if (process.platform === 'linux') pollScreenLock(events);
}

function pollScreenLock(events: PowerEvents): void {
  setInterval(() => {
    if (events.isOpen() && powerMonitor.getSystemIdleState(60) === 'locked') events.away();
  }, pollInterval).unref();
}
