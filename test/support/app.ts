import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { holdStart } from './held-start.ts';

const projectFolder = resolve(import.meta.dirname, '../..');

const policyReport = /content security policy|trusted ?types?|trusted(html|script)/i;

export interface LaunchOptions {
  /** A folder that the caller keeps (a second start on the same register); without it a new one, removed at the end. */
  dataDir?: string;
  /** Starts on a copy of this register folder instead of an empty one. */
  register?: string;
  /** The test itself tries what the content policy refuses; otherwise one report of it fails the test. */
  triesForbidden?: boolean;
  /** Where the built app is: the project folder has `package.json` and `out/`. */
  appFolder?: string;
  /** Starts this package instead of the built app. */
  executable?: string;
  /** Environment variables that the app sees instead of the test's own. */
  env?: Readonly<Record<string, string>>;
  /** Further arguments of the app, such as `--development`. */
  args?: readonly string[];
}

export interface LaunchedApp {
  app: ElectronApplication;
  page: Page;
  dataDir: string;
  /** Resolves with the exit code when the app has ended by itself. */
  ended: Promise<number | null>;
  /** Ends the app without its sign-out, as a power cut would, and removes what the launch made. */
  close(): Promise<void>;
}

/**
 * Starts the built app (`npx electron-vite build`) on the Electron of `ELECTRON_OVERRIDE_DIST_PATH` and waits for its
 * page. Needs a display; as root Chromium runs only without its sandbox.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'vastaanotto-e2e-')));
  if (options.register) await cp(options.register, join(dataDir, 'register'), { recursive: true });
  // Only the built app waits for Playwright by itself.
  const letGo = options.executable ? await holdStart(dataDir) : undefined;
  const app = await _electron.launch({
    args: launchArguments(dataDir, options),
    ...(options.env && { env: { ...(process.env as Record<string, string>), ...options.env } }),
    ...(options.executable && { executablePath: options.executable }),
  });
  // Asked now: Playwright forgets the process when it ends by itself.
  const child = app.process();
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const reports: string[] = [];
  const close = async () => {
    await end(child);
    // Retried, because Chromium's other processes end a moment after the one that was killed.
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
    if (!options.triesForbidden && reports.length > 0) throw new Error(reports.join('\n'));
  };
  try {
    await letGo?.();
    const page = await app.firstWindow();
    page.on('console', (message) => {
      if (policyReport.test(message.text())) reports.push(message.text());
    });
    // Playwright forces the light theme on every page; the app follows the system and its own choice.
    await page.emulateMedia({ colorScheme: null });
    await page.waitForLoadState('load');
    return { app, page, dataDir, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The command line of the app for tests, also for those that start it without Playwright. Finnish, as most users. */
export function launchArguments(dataDir: string, options: LaunchOptions = {}): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...asRoot,
    '--ozone-platform=x11',
    '--lang=fi',
    ...(options.executable ? [] : [options.appFolder ?? projectFolder]),
    `--data-dir=${dataDir}`,
    ...(options.args ?? []),
  ];
}

/** By its own process object, never by name; `app.close()` would wait for a window that signs out first. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
