import type { Session } from 'electron';

/** Blocks every request that is not for the program's own files. `devtools` are local files of Chromium. */
export function blockNetwork(session: Session, development: boolean): void {
  const allowed = development ? ['app:', 'devtools:'] : ['app:'];
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !allowed.some((scheme) => url.startsWith(scheme)) });
  });
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}
