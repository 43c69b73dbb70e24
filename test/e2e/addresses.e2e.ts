import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { answerTo, pageAddress } from '../support/closed-box.ts';

let appFolder: string;
let launched: LaunchedApp;

beforeAll(async () => {
  appFolder = await copyOfBuiltApp();
  launched = await launchApp({ appFolder, triesForbidden: true });
});

afterAll(async () => {
  await launched?.close();
  await rm(appFolder, { recursive: true, force: true });
});

/** A copy of the built app, with symbolic links planted among the files of the page. */
async function copyOfBuiltApp(): Promise<string> {
  const project = resolve(import.meta.dirname, '../..');
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-app-'));
  for (const name of ['package.json', 'out'])
    await cp(join(project, name), join(folder, name), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  await symlink(join(folder, 'out/renderer/index.html'), join(folder, 'out/renderer/linked.html'));
  await symlink(folder, join(folder, 'out/renderer/linked'));
  return folder;
}

test.each(['app://vastaanotto/linked.html', 'app://vastaanotto/linked/out/renderer/index.html'])(
  'no symbolic link is followed to %s',
  async (url) => {
    const { status, policy } = await answerTo(launched, url);
    expect(status).toBe(404);
    expect(policy).toContain("default-src 'none'");
  },
);

const ways: [name: string, attempt: () => unknown][] = [
  ['another page of the program', () => location.assign('app://vastaanotto/assets/')],
  ['another web site', () => location.assign('https://clinic.example/')],
  ['a file', () => location.replace('file:///etc/passwd')],
  ['a page made of data', () => location.assign('data:text/html,x')],
  ['a new window', () => window.open('https://clinic.example/')],
  ['a new empty window', () => window.open('about:blank')],
  ['a link', () => Object.assign(document.createElement('a'), { href: 'https://clinic.example/' }).click()],
  [
    'a link to a new window',
    () => {
      const link = Object.assign(document.createElement('a'), {
        href: 'app://vastaanotto/',
        target: '_blank',
      });
      link.click();
    },
  ],
  [
    'a download',
    () => {
      const link = Object.assign(document.createElement('a'), { href: location.href, download: 'page.html' });
      link.click();
    },
  ],
  [
    'a form',
    () => {
      const form = Object.assign(document.createElement('form'), { action: 'https://clinic.example/' });
      document.body.append(form);
      form.submit();
    },
  ],
  [
    'a frame',
    () => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'app://vastaanotto/index.html' }),
      );
    },
  ],
];

describe('the page stays where it is when it tries', () => {
  test.each(ways)('%s', async (_name, attempt) => {
    const { app, page } = launched;
    await app.evaluate(({ shell }) => {
      const counter = globalThis as unknown as { openedOutside: number };
      counter.openedOutside = 0;
      shell.openExternal = async () => {
        counter.openedOutside += 1;
      };
    });
    await page.evaluate('window.stayed = true');
    await page.evaluate(attempt);
    // A refusal is decided in main; a question to main after the attempt is answered after it.
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
    );
    expect(windows).toEqual([pageAddress]);
    const outside = await app.evaluate(
      () => (globalThis as unknown as { openedOutside: number }).openedOutside,
    );
    expect(outside).toBe(0);
    expect(await page.evaluate('window.stayed')).toBe(true);
    expect(page.frames().map((frame) => frame.url())).not.toContain('https://clinic.example/');
  });

  test('a redirect, also of a load that main started', async () => {
    const { app, page } = launched;
    await page.evaluate('window.stayed = true');
    const refused = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('there is no window');
      const seen: boolean[] = [];
      contents.on('will-redirect', (event) => seen.push(event.defaultPrevented));
      contents.session.webRequest.onBeforeRequest(({ url }, answer) =>
        answer(url.endsWith('/moved.html') ? { redirectURL: 'app://vastaanotto/index.html' } : {}),
      );
      await contents.loadURL('app://vastaanotto/moved.html').catch(() => undefined);
      return seen;
    });
    expect(refused).toEqual([true]);
    expect(page.url()).toBe(pageAddress);
    expect(await page.evaluate('window.stayed')).toBe(true);
  });

  test('an empty page, which cannot be refused but is left at once', async () => {
    await launched.page.evaluate(() => location.assign('about:blank'));
    await launched.page.waitForURL(pageAddress);
  });

  test('a file dropped on it', async () => {
    const { page } = launched;
    const developer = await page.context().newCDPSession(page);
    const data = { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await developer.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
    }
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
    );
    expect(page.url()).toBe(pageAddress);
  });
});
