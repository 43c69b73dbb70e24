import type { Session } from 'electron';

/** Denies every permission, asked for or only looked up: without the check `geolocation` reads "granted". */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
