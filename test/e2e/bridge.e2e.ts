import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { channels } from '#shared/rpc/bridge.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { type ReplyText, readReply } from '#shared/rpc/reply-text.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { callBridge, sendToBridge, signInByBridge } from '../support/bridge.ts';
import { lockByBridge } from '../support/closed-door.ts';
import { ainoMallikas } from '../support/customers.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
});

afterAll(() => launched?.close());

/** Tells main to stop a request as if the word came from that sender. */
function cancelAsFrom(sender: Sender, requestId: string): Promise<void> {
  return launched.app.evaluate(
    async ({ BrowserWindow, ipcMain }, { sender, requestId, channel }) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!own) throw new Error('no window');
      const other = new BrowserWindow({ show: false });
      await other.loadURL('about:blank');
      const frames = {
        'no frame': { sender: own, senderFrame: null },
        subframe: { sender: own, senderFrame: other.webContents.mainFrame },
        'foreign origin': { sender: other.webContents, senderFrame: own.mainFrame },
        'unknown window': { sender: other.webContents, senderFrame: other.webContents.mainFrame },
        'own page': { sender: own, senderFrame: own.mainFrame },
      };
      ipcMain.emit(channel, frames[sender], requestId);
      other.destroy();
    },
    { sender, requestId, channel: channels.cancel },
  );
}

const door = () => ({ requestId: uuidv7(), feature: 'desktop', name: 'door', input: {} });
const forbidden = { ok: false, fault: { kind: 'forbidden' } };

type Sender = 'no frame' | 'subframe' | 'foreign origin' | 'unknown window' | 'own page';

/** Gives a request to main's handler as if it came from that sender: real frames, but no real message. */
async function handleAsFrom(sender: Sender, request: unknown): Promise<Reply<unknown>> {
  const text = await launched.app.evaluate(
    async ({ BrowserWindow, ipcMain }, { sender, request, channel }) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!own) throw new Error('no window');
      const other = new BrowserWindow({ show: false });
      await other.loadURL('about:blank');
      const frames = {
        'no frame': { sender: own, senderFrame: null },
        subframe: { sender: own, senderFrame: own.mainFrame.frames[0] },
        'foreign origin': { sender: own, senderFrame: own.mainFrame },
        'unknown window': { sender: other.webContents, senderFrame: other.webContents.mainFrame },
        'own page': { sender: own, senderFrame: own.mainFrame },
      };
      const internal = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, request: unknown) => Promise<ReplyText>>;
      };
      const reply = await internal._invokeHandlers.get(channel)?.(frames[sender], request);
      other.destroy();
      if (!reply) throw new Error('no handler');
      return reply;
    },
    { sender, request, channel: channels.call },
  );
  return readReply(text);
}

test("the page has two channels to main and no third (`error` is Electron's own guard)", async () => {
  const found = await launched.app.evaluate(({ ipcMain }) => {
    const internal = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return { answered: [...internal._invokeHandlers.keys()], heard: ipcMain.eventNames() };
  });
  expect(found).toEqual({ answered: [channels.call], heard: ['error', channels.cancel] });
});

describe('the bridge refuses', () => {
  test.each(['no frame', 'unknown window'] as const)('a call from %s', async (sender) => {
    expect(await handleAsFrom(sender, door())).toEqual(forbidden);
  });

  test('a call from a frame inside the page', async () => {
    await launched.page.evaluate(() => void document.body.append(document.createElement('iframe')));
    expect(await handleAsFrom('subframe', door())).toEqual(forbidden);
    await launched.page.evaluate(() => document.querySelector('iframe')?.remove());
  });

  test('a call from a page of another origin in our own window', async () => {
    const load = (address: string) =>
      launched.app.evaluate(
        ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url),
        address,
      );
    await load('app://empty/');
    const reply = await handleAsFrom('foreign origin', door());
    await load('app://vastaanotto/index.html');
    // Main is told of the new page before the test is.
    await launched.page.waitForFunction(() => location.host === 'vastaanotto');
    expect(reply).toEqual(forbidden);
  });

  test.each([
    ['an extra key', { ...door(), clientId: 'x' }],
    ['a missing key', { requestId: uuidv7(), feature: 'desktop', name: 'door', actor: 'x' }],
    ['an id that is not a UUIDv7', { ...door(), requestId: '1' }],
    ['a name with signs in it', { ...door(), name: '__proto__' }],
    ['more than a mebibyte', { ...door(), input: 'x'.repeat(1024 * 1024) }],
    ['nothing at all', null],
    ['a list', [door()]],
  ])('%s', async (_name, request) => {
    const reply = await sendToBridge(launched.page, request);
    expect(reply).toEqual({ ok: false, fault: { kind: 'invalid-input', fields: {} } });
  });

  test('what the desktop contract does not know', async () => {
    expect(await callBridge(launched.page, 'desktop', 'constructor')).toMatchObject({ ok: false });
    expect(await callBridge(launched.page, 'desktop', 'door', { actor: 'x' })).toMatchObject({
      fault: { kind: 'invalid-input' },
    });
  });

  test('every call into a closed register', async () => {
    const reply = await callBridge(launched.page, 'settings', 'clinic');
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'locked' } });
  });

  test('a call that the role of the person does not cover', async () => {
    await signInByBridge(launched.page, 'admin');
    const reply = await callBridge(launched.page, 'customers', 'search', { text: 'a' });
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'forbidden' } });
  });
});

test('the bridge serves its own page', async () => {
  expect(await handleAsFrom('own page', door())).toMatchObject({ ok: true });
});

describe('work that runs is stopped', () => {
  /** An export that waits for the person to choose a file, so that it can be stopped meanwhile. */
  async function waitingExport() {
    const { app, page } = launched;
    const session = await callBridge(page, 'auth', 'session');
    if (!session.ok || !(session.value as { roles: string[] }).roles.includes('manager')) {
      await lockByBridge(page);
      await signInByBridge(page);
    }
    const customerId = uuidv7();
    await callBridge(page, 'customers', 'register', { id: customerId, form: ainoMallikas, consents: [] });
    await app.evaluate(({ dialog }) => {
      const held = globalThis as unknown as { choose: (path: string) => void };
      const chosen = new Promise<string>((resolve) => {
        held.choose = resolve;
      });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: await chosen });
    });
    const requestId = uuidv7();
    const reply = sendToBridge(page, {
      requestId,
      feature: 'reports',
      name: 'exportCustomer',
      input: { customerId },
    });
    const choose = () =>
      app.evaluate(
        (_electron, path) => {
          (globalThis as unknown as { choose: (path: string) => void }).choose(path);
        },
        join(launched.dataDir, `${requestId}.zip`),
      );
    return { requestId, reply, choose };
  }

  test('never by another window or a frame', async () => {
    const { requestId, reply, choose } = await waitingExport();
    for (const sender of ['no frame', 'unknown window', 'subframe'] as const)
      await cancelAsFrom(sender, requestId);
    await choose();
    expect(await reply).toMatchObject({ ok: true, value: { outcome: 'saved' } });
  });

  test('by its own page', async () => {
    const { requestId, reply, choose } = await waitingExport();
    await cancelAsFrom('own page', requestId);
    await choose();
    expect(await reply).toMatchObject({ ok: false, fault: { kind: 'cancelled' } });
  });
});
