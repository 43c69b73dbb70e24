import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { type LaunchedApp, launchApp } from '../app.ts';
import { callBridge } from '../bridge.ts';
import { ainoMallikas } from '../customers.ts';
import { crashPerson, type Deed, type StartVictim } from './deeds.ts';

/** How long Chromium's many processes may take to be gone after the kill. */
const endLimitMs = 20_000;

/**
 * The whole built app in its window, at work through the page's bridge: Electron's main process, the page, the
 * register process and Chromium's own are killed together, as a power cut would. Needs a display.
 */
export const appVictim: StartVictim = async ({ dataDir, copies }, deed, { told, failed }) => {
  const launched = await launchApp({ dataDir });
  let isKilled = false;
  await answerDialogs(launched, copies);
  const work = workInWindow(launched.page, deed, told);
  // What the kill interrupts was never answered; only a refusal before it is news.
  void work.catch((why: Error) => (isKilled ? undefined : failed(why)));
  return {
    async kill() {
      isKilled = true;
      await killGroup(launched.app.process().pid ?? 0);
      await work.catch(() => undefined);
    },
  };
};

async function answerDialogs({ app }: LaunchedApp, copies: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, { folder, file }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file });
    },
    { folder: copies, file: join(copies, 'export.zip') },
  );
}

async function workInWindow(page: Page, deed: Deed, told: Parameters<StartVictim>[2]['told']): Promise<void> {
  async function call(feature: string, name: string, input: unknown = {}): Promise<void> {
    const reply = await callBridge(page, feature, name, input);
    if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
  }

  async function saveOne(): Promise<string> {
    const id = uuidv7();
    const lastName = `Kaatumaton ${id.slice(-6)}`;
    await call('customers', 'register', { id, form: { ...ainoMallikas, lastName }, consents: [] });
    told({ kind: 'saved', id, lastName });
    return id;
  }

  const work: Record<Deed, (customerId: string) => Promise<unknown>> = {
    commands: saveOne,
    migration: saveOne,
    rotation: () => call('keys', 'rotate'),
    backup: () => call('backup', 'run'),
    export: (customerId) => call('reports', 'exportCustomer', { customerId }),
  };

  async function workOn(customerId: string): Promise<never> {
    for (;;) {
      told({ kind: 'deed-begun' });
      await work[deed](customerId);
      told({ kind: 'deed-ended' });
    }
  }

  told({ kind: 'signing-in' });
  const who = { typedName: crashPerson.name };
  await call('auth', 'unlock', { who, password: crashPerson.password });
  told({ kind: 'signed-in' });
  const first = await saveOne();
  if (deed === 'backup') await call('backup', 'choosePlace');
  await Promise.all([forEver(saveOne), workOn(first)]);
}

async function forEver(work: () => Promise<unknown>): Promise<never> {
  for (;;) await work();
}

/** Playwright starts the app as the leader of a process group of its own: nothing else is in it. */
async function killGroup(leader: number): Promise<void> {
  if (leader === 0) throw new Error('The app has no process');
  process.kill(-leader, 'SIGKILL');
  for (let waited = 0; isGroupAlive(leader); waited += 20) {
    if (waited > endLimitMs)
      throw new Error(`Processes of the app live on after the kill, in group ${leader}`);
    await wait(20);
  }
}

function isGroupAlive(leader: number): boolean {
  try {
    return process.kill(-leader, 0);
  } catch {
    return false;
  }
}
