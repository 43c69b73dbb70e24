import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp, launchArguments } from '../support/app.ts';
import { runAppToItsEnd } from '../support/other-app.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ triesForbidden: true });
});

afterAll(() => launched?.close());

test('the window runs in a sandbox, apart from the preload script, without Node and without webviews', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const internal = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = internal.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
  ]);
});

test('the page sees the bridge and nothing of Node or Electron', async () => {
  const seen = await launched.page.evaluate(() => {
    const page = window as unknown as Record<string, unknown>;
    const names = ['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer'];
    const bridge = Object.keys(page.vastaanotto as object);
    return { found: names.filter((name) => page[name] !== undefined), bridge };
  });
  expect(seen).toEqual({ found: [], bridge: ['call', 'cancel', 'listen'] });
});

test('the page cannot turn text into script or markup', async () => {
  const outcomes = await launched.page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      // biome-ignore lint/security/noGlobalEval: the very thing that must not work
      eval: () => globalThis.eval('1'),
      function: () => new Function('return 1')(),
      timer: () => setTimeout('1' as unknown as () => void),
      innerHTML: () => {
        document.createElement('div').innerHTML = '<b>x</b>';
      },
      script: () => {
        document.createElement('script').textContent = '1';
      },
      policy: () => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        trustedTypes.createPolicy('any', {});
      },
    };
    const outcome = (attempt: () => unknown) => {
      try {
        attempt();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    // In a task of its own: what a test sends into the page may be exempt from the page's policy.
    await new Promise((resume) => setTimeout(resume));
    return Object.fromEntries(Object.entries(attempts).map(([name, attempt]) => [name, outcome(attempt)]));
  });
  expect(Object.values(outcomes)).toEqual(Object.keys(outcomes).map(() => 'refused'));
});

test('the page loads without one report about its content policy', async () => {
  const reports: string[] = [];
  launched.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) reports.push(message.text());
  });
  await launched.page.reload();
  expect(reports).toEqual([]);
});

test('every permission is denied, asked for or only looked up', async () => {
  const outcomes = await launched.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    });
    const refused = (asking: Promise<unknown>) => asking.then(() => 'granted').catch(() => 'denied');
    const position = new Promise((resolve, reject) =>
      navigator.geolocation.getCurrentPosition(resolve, reject),
    );
    const asked = [
      ['position', refused(position)],
      ['microphone stream', refused(navigator.mediaDevices.getUserMedia({ audio: true }))],
      ['screen', refused(navigator.mediaDevices.getDisplayMedia())],
      ['clipboard', refused(navigator.clipboard.readText())],
      ['notification', Notification.requestPermission()],
    ].map(async ([name, outcome]) => [name, await outcome]);
    return Object.fromEntries(await Promise.all([...states, ...asked]));
  });
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['denied']));
});

test('no DevTools open', async () => {
  const isOpen = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    return contents?.isDevToolsOpened();
  });
  expect(isOpen).toBe(false);
});

test('a second start on the same data ends at once and brings the first window to the front', async () => {
  const { app, dataDir } = launched;
  await app.evaluate(({ app: program }) => {
    const counter = globalThis as unknown as { secondStarts: number };
    counter.secondStarts = 0;
    program.on('second-instance', () => counter.secondStarts++);
  });
  expect(await runAppToItsEnd(launchArguments(dataDir))).toBe(0);
  const secondStarts = await app.evaluate(
    () => (globalThis as unknown as { secondStarts: number }).secondStarts,
  );
  expect(secondStarts).toBe(1);
  expect(await launched.page.evaluate(() => document.visibilityState)).toBe('visible');
});
