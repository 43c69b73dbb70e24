import { app } from 'electron';
import { refuseNavigation } from './navigation.ts';
import { blockNetwork } from './network.ts';
import { denyPermissions } from './permissions.ts';

/** Puts every session and every page that will ever exist behind the same walls, before the first exists. */
export function guardEverything(development: boolean): void {
  app.on('session-created', (session) => {
    denyPermissions(session);
    blockNetwork(session, development);
  });
  app.on('web-contents-created', (_event, contents) => refuseNavigation(contents));
}
