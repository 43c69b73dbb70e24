import { url as inspectorUrl } from 'node:inspector';
import { app } from 'electron';
import { emptyCoreDumps } from './core-dumps.ts';

/** Switches of Chromium that have no other place to be set; all must be given before the app is ready. */
const switches: readonly (readonly [name: string, value?: string])[] = [
  // No name is ever looked up, also where no request handler is asked (DNS prefetch, STUN).
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // A crash report holds memory, and memory holds customers.
  ['disable-breakpad'],
];

/** With one of these anybody on the computer could read the page and press its buttons. */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/** The crash reporter is never started, so a crash leaves no report, and the system's own dump holds no memory. */
export function hardenProcess(): void {
  emptyCoreDumps();
  if (isShipped()) for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  // Stands in every PDF as its maker, instead of the version numbers of all that the program is made of.
  app.userAgentFallback = 'Vastaanotto';
  // enableSandbox() would undo --no-sandbox, without which Chromium refuses to run as root (test machines).
  // Every window sets `sandbox: true` besides.
  if (!process.argv.includes('--no-sandbox')) app.enableSandbox();
}

/** Node's own inspector is open only where the fuse for it is: in a checkout and in the package for tests. */
function isShipped(): boolean {
  return app.isPackaged && inspectorUrl() === undefined;
}
