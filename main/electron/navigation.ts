import type { WebContents } from 'electron';

/**
 * A page stays where main put it, and leaves when main says so. Loads that main itself starts raise none of these events, so refusing all
 * of them leaves nothing for a page to do, whichever way it tries.
 */
export function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Here the default is to obey: a page that asks to stay (an unsaved form) could keep a lock from emptying it.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The content security policy does not cover WebRTC: without this a STUN request leaves the computer.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
