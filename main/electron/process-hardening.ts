import { app } from 'electron';

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

/**
 * The crash reporter is never started, so a crash leaves nothing behind. Core dumps cannot be switched off from
 * here (Node has no setrlimit): the installation guide tells the office to do it in the system.
 */
export function hardenProcess(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  // Stands in every PDF as its maker, instead of the version numbers of all that the program is made of.
  app.userAgentFallback = 'Vastaanotto';
  // enableSandbox() would undo --no-sandbox, without which Chromium refuses to run as root (test machines).
  // Every window sets `sandbox: true` besides.
  if (!process.argv.includes('--no-sandbox')) app.enableSandbox();
}
