import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { LaunchedApp } from './app.ts';
import { openCounters } from './counters.ts';
import { tryEverything } from './network-probe.ts';

export const pageAddress = 'app://vastaanotto/index.html';

/** What the page's own session answers, asked by main: the page itself may not even ask. */
export function answerTo(
  { app }: LaunchedApp,
  url: string,
): Promise<{ status: number; policy: string | null; sniffing: string | null }> {
  return app.evaluate(async ({ BrowserWindow }, address) => {
    const response = await BrowserWindow.getAllWindows()[0]?.webContents.session.fetch(address);
    return {
      status: response?.status ?? 0,
      policy: response?.headers.get('content-security-policy') ?? null,
      sniffing: response?.headers.get('x-content-type-options') ?? null,
    };
  }, url);
}

/** What holds for the built app and for the package alike. @param app the app, once it has been launched */
export function closedBoxTests(app: () => LaunchedApp): void {
  test('the window runs in a sandbox, apart from the preload script, without Node and without webviews', async () => {
    const preferences = await app().app.evaluate(({ BrowserWindow }) =>
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
    const seen = await app().page.evaluate(() => {
      const page = window as unknown as Record<string, unknown>;
      const names = ['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer'];
      const bridge = Object.keys(page.vastaanotto as object);
      return { found: names.filter((name) => page[name] !== undefined), bridge };
    });
    expect(seen).toEqual({ found: [], bridge: ['call', 'cancel', 'listen'] });
  });

  test('the page cannot turn text into script or markup', async () => {
    const outcomes = await app().page.evaluate(async () => {
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
    const { page } = app();
    const reports: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) reports.push(message.text());
    });
    await page.reload();
    expect(reports).toEqual([]);
  });

  test('every permission is denied, asked for or only looked up', async () => {
    const outcomes = await app().page.evaluate(async () => {
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
    const isOpen = await app().app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.openDevTools();
      return contents?.isDevToolsOpened();
    });
    expect(isOpen).toBe(false);
  });

  describe('nothing is served, and that under the content policy, at', () => {
    test.each([
      'app://vastaanotto/',
      'app://vastaanotto/../package.json',
      'app://vastaanotto/..%2f..%2fpackage.json',
      'app://vastaanotto/%2e%2e/%2e%2e/package.json',
      'app://vastaanotto/%252e%252e/package.json',
      'app://vastaanotto/assets/..%5c..%5cpackage.json',
      'app://vastaanotto//etc/passwd',
      'app://vastaanotto/.vite/manifest.js',
      'app://vastaanotto/index.html%00.js',
      'app://elsewhere/index.html',
      'app://print/fonts.css',
    ])('%s', async (url) => {
      const { status, policy } = await answerTo(app(), url);
      expect(status).toBe(404);
      expect(policy).toContain("default-src 'none'");
    });
  });

  test('the page is served under a policy that allows only its own files', async () => {
    const answer = await answerTo(app(), pageAddress);
    expect(answer).toMatchObject({ status: 200, sniffing: 'nosniff' });
    expect(answer.policy).toContain("require-trusted-types-for 'script'");
    expect(answer.policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('the page can read no file and fetch nothing, not even its own address', async () => {
    const outcomes = await app().page.evaluate((own) => {
      const addresses = ['file:///etc/passwd', own, 'data:text/plain,x'];
      const read = (address: string) =>
        fetch(address).then(
          () => 'read',
          () => 'refused',
        );
      return Promise.all(addresses.map(read));
    }, pageAddress);
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  });

  test('nothing that the page tries reaches the network, and it stays where it is', async () => {
    const counters = await openCounters();
    const { tcpPort, udpPort } = counters;
    expect(await app().page.evaluate(tryEverything, { tcpPort, udpPort })).toContain('stun');
    expect(counters.count()).toEqual({ tcp: 0, udp: 0 });
    expect(app().page.url().split('#')[0]).toBe(pageAddress);
    counters.close();
  });

  test('the window is called by the name of the program, whatever the page calls itself', async () => {
    const { app: main, page } = app();
    await page.evaluate(() => {
      document.title = 'Kanarialintunen Sirkutus';
    });
    const titles = await main.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    expect(titles).toEqual(['Vastaanotto']);
  });

  test.runIf(process.platform === 'linux')(
    'a core dump of any of the processes holds no memory',
    async () => {
      const pids = await app().app.evaluate(({ app: program }) =>
        program.getAppMetrics().map(({ pid }) => pid),
      );
      const filters = pids.map(async (pid) =>
        (await readFile(`/proc/${pid}/coredump_filter`, 'utf8')).trim(),
      );
      expect(new Set(await Promise.all(filters))).toEqual(new Set(['00000000']));
      expect(pids.length).toBeGreaterThan(2);
    },
  );
}
