import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../app.ts';
import { signInByBridge } from '../bridge.ts';
import { closedDoor, markPage, pageReplaced } from '../closed-door.ts';
import { answerSaveDialog, exportReport } from '../exported-report.ts';
import { isRunning, processesOf } from '../processes.ts';

/** The hidden window of prints. @param which the built app, or a package */
export function printingTests(which: LaunchOptions = {}): void {
  let launched: LaunchedApp;
  let folder: string;

  interface Watched {
    windows: { visible: boolean; preferences: Record<string, unknown>; destroyed: boolean }[];
    /** Lets the printing go on that waits since `hold`. */
    release(): void;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vastaanotto-printing-'));
    launched = await launchApp({ ...which, register: inject('registerTemplate') });
    await signInByBridge(launched.page);
    await watchNewWindows();
  });

  afterAll(async () => {
    await launched?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Notes in main what every further window is, and makes its printing wait when asked. */
  function watchNewWindows(): Promise<void> {
    return launched.app.evaluate(({ app }) => {
      const watched: Watched & { hold: Promise<void> | null } = {
        windows: [],
        hold: null,
        release: () => {},
      };
      Object.assign(globalThis, { watched });
      app.on('browser-window-created', (_event, window) => {
        const { webContents } = window;
        const internal = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const print = webContents.printToPDF.bind(webContents);
        webContents.printToPDF = async (options) => {
          const entry = {
            visible: window.isVisible(),
            preferences: internal.getLastWebPreferences(),
            destroyed: false,
          };
          window.once('closed', () => {
            entry.destroyed = true;
          });
          watched.windows.push(entry);
          await watched.hold;
          return print(options);
        };
      });
    });
  }

  function watchedWindows(): Promise<Watched['windows']> {
    return launched.app.evaluate(() => {
      const { watched } = globalThis as unknown as { watched: Watched };
      return JSON.parse(JSON.stringify(watched.windows)) as Watched['windows'];
    });
  }

  test('a report is printed in a hidden, sandboxed window without scripts or bridge, which is gone afterwards', async () => {
    const file = join(folder, 'raportti.zip');
    await answerSaveDialog(launched.app, file);
    const { reply } = await exportReport(launched.page);
    expect(await reply).toMatchObject({ ok: true, value: { outcome: 'saved', fileName: 'raportti.zip' } });
    const [printed] = await watchedWindows();
    expect(printed).toMatchObject({ visible: false, destroyed: true });
    expect(printed?.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
    });
    expect(printed?.preferences.preload).toBeUndefined();
  });

  test('the exported file is for its owner only and nothing stays beside it', async () => {
    expect(await readdir(folder)).toEqual(['raportti.zip']);
    expect((await stat(join(folder, 'raportti.zip'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(folder, 'raportti.zip'))).subarray(0, 2).toString()).toBe('PK');
    const left = await readdir(launched.dataDir, { recursive: true });
    expect(left.filter((name) => /\.(pdf|html|zip|tmp)$/.test(name))).toEqual([]);
  });

  test('an idle lock closes the window at once but lets a running export end before the kill', async () => {
    const { app, page } = launched;
    const file = join(folder, 'kesken.zip');
    await answerSaveDialog(app, file);
    await app.evaluate(() => {
      const { watched } = globalThis as unknown as { watched: Watched & { hold: Promise<void> } };
      watched.hold = new Promise((resolve) => {
        watched.release = resolve;
      });
    });
    const before = await watchedWindows();
    const { reply } = await exportReport(page);
    reply.catch(() => undefined);
    await expect.poll(async () => (await watchedWindows()).length).toBe(before.length + 1);
    const [working] = (await processesOf(app)).register;

    await markPage(page);
    await app.evaluate(() => {
      const read = Date.now.bind(Date);
      Date.now = () => read() + 3_600_000;
    });
    // The page that is leaving still answers: what is asked or done next is for the new one.
    await pageReplaced(page);
    expect(await closedDoor(page)).toMatchObject({ reason: 'idle' });
    expect(isRunning(working ?? 0)).toBe(true);

    const signedIn = signInByBridge(page);
    await app.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.release());
    await signedIn;
    expect(isRunning(working ?? 0)).toBe(false);
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  });
}
