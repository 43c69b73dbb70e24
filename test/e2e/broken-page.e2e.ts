import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { signInByBridge } from '../support/bridge.ts';
import { isRunning, processesOf } from '../support/processes.ts';

let launched: LaunchedApp;
let before: number[];

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signInByBridge(launched.page);
  const { register, page } = await processesOf(launched.app);
  before = [...register, page];
});

afterEach(() => launched?.close());

/** Asked from main: Playwright gives a page up when its process dies. */
function textOfPage(): Promise<string> {
  return launched.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.isCrashed() ? '' : String(await contents?.executeJavaScript('document.body.innerText'));
  });
}

test('a page that crashes closes the door and comes back', async () => {
  await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => before.filter(isRunning)).toEqual([]);
  await expect.poll(textOfPage).toContain('Avaa');
});

test('a page that hangs is locked by Ctrl+L all the same', async () => {
  const hanging = launched.page.evaluate(() => {
    for (;;);
  });
  hanging.catch(() => undefined);
  await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
      type: 'keyDown',
      keyCode: 'L',
      modifiers: ['control'],
    }),
  );
  await expect.poll(() => before.filter(isRunning)).toEqual([]);
  await expect.poll(textOfPage).toContain('Avaa');
});
