import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { callBridge } from '../support/bridge.ts';

let dataDir: string;
let launched: LaunchedApp | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-desktop-'));
});

afterEach(async () => {
  await launched?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(...args: string[]): Promise<LaunchedApp> {
  launched = await launchApp({ dataDir, args });
  return launched;
}

test('language and theme are those of the system at first and the chosen ones from then on', async () => {
  const first = await start();
  expect(await callBridge(first.page, 'desktop', 'start')).toMatchObject({
    ok: true,
    value: { preferences: { language: 'fi', theme: 'system' }, development: false, isSignedIn: false },
  });
  await callBridge(first.page, 'desktop', 'savePreferences', { language: 'sv', theme: 'dark' });
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await first.close();
  const second = await start();
  expect(await callBridge(second.page, 'desktop', 'start')).toMatchObject({
    value: { preferences: { language: 'sv', theme: 'dark' } },
  });
});

test('preferences outside the contract are refused and not kept', async () => {
  const { page } = await start();
  const reply = await callBridge(page, 'desktop', 'savePreferences', { language: 'de', theme: 'dark' });
  expect(reply).toMatchObject({ fault: { kind: 'invalid-input', fields: { language: 'not-a-choice' } } });
  await expect(readFile(join(dataDir, 'preferences.json'))).rejects.toThrow();
});

test('the component page is there only when development asks for it', async () => {
  const { page } = await start('--development');
  expect(await callBridge(page, 'desktop', 'start')).toMatchObject({ value: { development: true } });
});

test('the window opens in the size of the design and where it was left', async () => {
  const bounds = ({ app }: LaunchedApp) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await start();
  expect(await bounds(first)).toMatchObject({ width: 1366, height: 768 });
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 10, y: 20, width: 1300, height: 730 });
    window?.webContents.setZoomFactor(1.2);
    window?.close();
  });
  await first.ended;
  const second = await start();
  expect(await bounds(second)).toEqual({ x: 10, y: 20, width: 1300, height: 730 });
  expect(await second.page.evaluate(() => devicePixelRatio)).toBeCloseTo(1.2);
});

test('the log tells of trouble by reference and of nobody by name', async () => {
  const { app, page } = await start();
  await app.evaluate(() => {
    process.emit('unhandledRejection', new TypeError('Aino Mallikas 140387-9999'), Promise.resolve());
  });
  await callBridge(page, 'desktop', 'door');
  const log = await readFile(join(dataDir, 'logs/vastaanotto.log'), 'utf8');
  expect(log).toMatch(/error [0-9a-f]{8} main: TypeError/);
  expect(log).not.toMatch(/Aino|Mallikas|9999/);
});
