import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, inject, onTestFinished, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { callBridge, signInByBridge } from '../support/bridge.ts';
import { closedDoor } from '../support/closed-door.ts';

let launched: LaunchedApp;

afterEach(() => launched?.close());

function closeWindow(): Promise<void> {
  return launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('signing out without a place for backups ends at the door, which tells that no copy was made', async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signInByBridge(launched.page);
  void callBridge(launched.page, 'desktop', 'signOut').catch(() => undefined);
  await expect
    .poll(() => closedDoor(launched.page))
    .toMatchObject({ reason: 'signed-out', userId: null, backupFailure: 'place-missing' });
});

test('closing the window signs out first, and closes at the second time when the backup failed', async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signInByBridge(launched.page);
  await closeWindow();
  await expect
    .poll(() => closedDoor(launched.page))
    .toMatchObject({ reason: 'signed-out', backupFailure: 'place-missing' });
  await closeWindow();
  expect(await launched.ended).toBe(0);
});

test('closing the window makes the backup, signs out and ends the program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-sign-out-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  launched = await launchApp({ register: inject('registerTemplate') });
  await signInByBridge(launched.page);
  await launched.app.evaluate(({ dialog }, place) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [place] });
  }, folder);
  await callBridge(launched.page, 'backup', 'choosePlace');
  const before = await readdir(folder, { recursive: true });
  await closeWindow();
  expect(await launched.ended).toBe(0);
  expect((await readdir(folder, { recursive: true })).length).toBeGreaterThan(before.length);
});

test('closing the window at the door ends the program', async () => {
  launched = await launchApp();
  await closeWindow();
  expect(await launched.ended).toBe(0);
});
