import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { DoorState } from '#shared/features/auth/contract.ts';
import type { Bridge } from '#shared/rpc/bridge.ts';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../app.ts';
import { callBridge, signInByBridge } from '../bridge.ts';
import { closedDoor, lockByBridge, markPage, pageReplaced } from '../closed-door.ts';
import { ainoMallikas } from '../customers.ts';
import { isRunning, processesOf } from '../processes.ts';

/** What locks the register, and what is left after that. @param which the built app, or a package */
export function lockTests(which: LaunchOptions = {}): void {
  const day = 24 * 60 * 60 * 1000;

  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await launchApp({ ...which, register: inject('registerTemplate') });
  });

  afterAll(() => launched?.close());

  /** Somebody signed in, and a canary in the memory of the page. */
  async function openDesk() {
    const session = await callBridge(launched.page, 'auth', 'session');
    if (!session.ok) await signInByBridge(launched.page);
    await markPage(launched.page);
    return { ...launched, before: await processesOf(launched.app) };
  }

  /** Moves a clock of main without waiting for it. */
  function moveClock(clock: 'wall' | 'monotonic', milliseconds: number): Promise<void> {
    return launched.app.evaluate(
      (_electron, { clock, milliseconds }) => {
        const [owner, name] = clock === 'wall' ? [Date, 'now'] : [performance, 'now'];
        const clocks = owner as unknown as Record<string, () => number>;
        const read = clocks[name]?.bind(owner);
        clocks[name] = () => (read?.() ?? 0) + milliseconds;
      },
      { clock, milliseconds },
    );
  }

  function tellPower(event: 'suspend' | 'resume' | 'lock-screen'): Promise<boolean> {
    return launched.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
  }

  describe('after a lock', () => {
    test('the register process is gone, and so is the process that showed the page', async () => {
      const { page, app, before } = await openDesk();
      await lockByBridge(launched.page);
      await expect.poll(() => [...before.register, before.page].filter(isRunning)).toEqual([]);
      const after = await processesOf(app);
      expect(after.register).toHaveLength(1);
      expect(await page.content()).not.toContain('canary');
    });

    test('every call is refused until somebody signs in again', async () => {
      const { page } = await openDesk();
      expect(await callBridge(page, 'settings', 'clinic')).toMatchObject({ ok: true });
      await lockByBridge(launched.page);
      expect(await callBridge(page, 'settings', 'clinic')).toMatchObject({ fault: { kind: 'locked' } });
      await signInByBridge(page);
      expect(await callBridge(page, 'settings', 'clinic')).toMatchObject({ ok: true });
    });

    test('the door knows who locked, when and why', async () => {
      const { page } = await openDesk();
      const status = await callBridge(page, 'auth', 'status');
      const users = status.ok ? (status.value as DoorState).users : [];
      await lockByBridge(launched.page);
      const door = await closedDoor(launched.page);
      expect(door).toMatchObject({ reason: 'locked-by-user', backupFailure: null });
      expect(users.map(({ id }) => id)).toContain(door?.userId);
      expect(Math.abs(Date.now() - Date.parse(door?.at ?? ''))).toBeLessThan(60_000);
    });

    test('there is no way back in the history', async () => {
      const { app } = await openDesk();
      await lockByBridge(launched.page);
      await expect
        .poll(() =>
          app.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.canGoBack(),
          ),
        )
        .toBe(false);
    });

    test('our text is off the clipboard', async () => {
      const { page, app } = await openDesk();
      await callBridge(page, 'desktop', 'copyText', { text: 'kuukkeli' });
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('kuukkeli');
      await lockByBridge(launched.page);
      await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
    });

    test("another program's text stays on the clipboard", async () => {
      const { page, app } = await openDesk();
      await callBridge(page, 'desktop', 'copyText', { text: 'kuukkeli' });
      await app.evaluate(({ clipboard }) => clipboard.writeText('käpytikka'));
      await lockByBridge(launched.page);
      expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('käpytikka');
    });
  });

  describe('the register locks by itself', () => {
    test.each([
      ['when the computer goes to sleep', 'suspended', () => tellPower('suspend')],
      ['when the screen is locked', 'suspended', () => tellPower('lock-screen')],
      ['when the wall clock jumps a day ahead', 'idle', () => moveClock('wall', day)],
      ['when the wall clock jumps a day back', 'idle', () => moveClock('wall', -day)],
      ['when the monotonic clock has run on', 'idle', () => moveClock('monotonic', day)],
    ])('%s', async (_name, reason, happens) => {
      const { before } = await openDesk();
      await happens();
      await pageReplaced(launched.page);
      expect(await closedDoor(launched.page)).toMatchObject({ reason });
      await expect.poll(() => before.register.filter(isRunning)).toEqual([]);
    });

    test('at the moment when the computer wakes up from a day of sleep, before anything else happens', async () => {
      const { before } = await openDesk();
      const told = await launched.app.evaluate(({ BrowserWindow, powerMonitor }, milliseconds) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (!contents) throw new Error('there is no window');
        const heard: unknown[] = [];
        const send = contents.send.bind(contents);
        contents.send = (channel: string, ...args: unknown[]) => {
          heard.push(...args);
          send(channel, ...args);
        };
        powerMonitor.emit('resume');
        const withoutSleep = heard.length;
        const read = Date.now.bind(Date);
        Date.now = () => read() + milliseconds;
        powerMonitor.emit('resume');
        return { withoutSleep, atWaking: heard };
      }, day);
      expect(told).toEqual({ withoutSleep: 0, atWaking: [{ type: 'door-closing' }] });
      await pageReplaced(launched.page);
      expect(await closedDoor(launched.page)).toMatchObject({ reason: 'idle' });
      await expect.poll(() => before.register.filter(isRunning)).toEqual([]);
    });

    test('never while work goes on, and with a warning half a minute before', async () => {
      const { page } = await openDesk();
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        const { vastaanotto } = window as unknown as {
          vastaanotto: { listen(listener: (event: { type: string }) => void): void };
        };
        vastaanotto.listen(({ type }) => heard.push(type));
      });
      const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      for (let round = 0; round < 3; round++) {
        await moveClock('monotonic', 4 * 60_000);
        await callBridge(page, 'desktop', 'activity');
      }
      expect(await heard()).toEqual([]);
      await moveClock('monotonic', 4.6 * 60_000);
      await expect.poll(heard).toContain('idle-warning');
      await callBridge(page, 'desktop', 'activity');
      await expect.poll(heard).toContain('idle-warning-over');
      expect(await callBridge(page, 'settings', 'clinic')).toMatchObject({ ok: true });
    });
  });

  test('the idle minutes that a manager chooses hold in the open window at once', async () => {
    const { page } = await openDesk();
    await moveClock('monotonic', 2 * 60_000);
    await callBridge(page, 'desktop', 'activity');
    expect(await callBridge(page, 'settings', 'setIdleMinutes', { minutes: 1 })).toMatchObject({ ok: true });
    await moveClock('monotonic', 61_000);
    await pageReplaced(page);
    expect(await closedDoor(page)).toMatchObject({ reason: 'idle' });
    await signInByBridge(page);
    expect(await callBridge(page, 'settings', 'setIdleMinutes', { minutes: 5 })).toMatchObject({ ok: true });
  });

  test('a lock in the middle of queries, and signing in at once, five times, loses and shows nothing', async () => {
    const { page } = await openDesk();
    const id = uuidv7();
    await callBridge(page, 'customers', 'register', { id, form: ainoMallikas, consents: [] });
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(
        ([customerId, sent]) => {
          const { vastaanotto } = window as unknown as { vastaanotto: Bridge };
          for (const requestId of sent) {
            void vastaanotto.call({ requestId, feature: 'customers', name: 'card', input: { customerId } });
          }
        },
        [id, Array.from({ length: 40 }, () => uuidv7())] as const,
      );
      await lockByBridge(page);
      expect(await page.content()).not.toContain(ainoMallikas.lastName);
      expect(await callBridge(page, 'customers', 'card', { customerId: id })).toMatchObject({ ok: false });
      await signInByBridge(page);
      expect(await callBridge(page, 'customers', 'card', { customerId: id })).toMatchObject({ ok: true });
    }
    expect((await processesOf(launched.app)).register).toHaveLength(1);
  });

  test('a page that asks not to be left is left all the same', async () => {
    const { page } = await openDesk();
    await page.mouse.click(600, 400);
    await page.evaluate(() => {
      window.addEventListener('beforeunload', (event) => event.preventDefault());
    });
    await lockByBridge(page);
    expect(await closedDoor(page)).toMatchObject({ reason: 'locked-by-user' });
  });

  test('a register process that dies closes the door and is replaced', async () => {
    const { page, app, before } = await openDesk();
    for (const pid of before.register) process.kill(pid, 'SIGKILL');
    await pageReplaced(launched.page);
    expect(await closedDoor(launched.page)).toMatchObject({ reason: 'register-stopped' });
    await signInByBridge(page);
    expect((await processesOf(app)).register).toHaveLength(1);
  });
}
