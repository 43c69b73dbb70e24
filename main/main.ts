import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { writeReply } from '#shared/rpc/reply-text.ts';
import { OwnClipboard } from './electron/clipboard.ts';
import { type CommandLine, readCommandLine, useDataFolder } from './electron/command-line.ts';
import { callDesktop } from './electron/desktop.ts';
import { desktopHandlers } from './electron/desktop-handlers.ts';
import { Dialogs } from './electron/dialogs.ts';
import { Door } from './electron/door.ts';
import { firstFile } from './electron/first-file.ts';
import { guardEverything } from './electron/guards.ts';
import { serveHostCall } from './electron/host.ts';
import { serveBridge } from './electron/ipc.ts';
import { endWithWindow, signOutBeforeClosing } from './electron/leaving.ts';
import { lockByKey, lockWhenAway, lockWhenPageFails } from './electron/locking.ts';
import { Log, logUncaught } from './electron/logging.ts';
import { setMenu } from './electron/menu.ts';
import { Page } from './electron/page.ts';
import { openPreferences } from './electron/preferences.ts';
import { Printer } from './electron/printing.ts';
import { hardenProcess } from './electron/process-hardening.ts';
import { registerAppScheme } from './electron/protocol.ts';
import { RegisterKeeper } from './electron/register-keeper.ts';
import { claimSingleInstance, showWindow } from './electron/single-instance.ts';
import { applyTheme, TitleBar } from './electron/title-bar.ts';
import { leaveToolkitWithoutGraphics } from './electron/toolkit.ts';
import { createWindow } from './electron/window.ts';
import { openWindowState } from './electron/window-state.ts';

const commandLine = readCommandLine(process.argv);
useDataFolder(commandLine);

if (claimSingleInstance(showWindow)) {
  hardenProcess();
  registerAppScheme();
  guardEverything(commandLine.development);
  setMenu();
  leaveToolkitWithoutGraphics();
  void app.whenReady().then(() => start(commandLine));
} else {
  app.exit(0);
}

async function start({ development }: CommandLine): Promise<void> {
  const data = app.getPath('userData');
  const folders = { app: app.getAppPath(), data, register: join(data, 'register') };
  const log = new Log(join(folders.data, 'logs'));
  logUncaught(log);
  // Not at once: who drives the packaged app in the tests holds it here until they are attached.
  const [preferences, windowState] = await Promise.all([
    openPreferences(folders.data),
    openWindowState(folders.data),
  ]);
  applyTheme(preferences.value.theme);

  const register: RegisterKeeper = new RegisterKeeper(
    join(folders.app, 'out/main/register.cjs'),
    {
      type: 'start',
      folder: folders.register,
      appVersion: app.getVersion(),
      workstation: hostname(),
    },
    {
      progress: (clientId, progress) => {
        if (clientId === door.clientId) page.tell({ type: 'progress', ...progress });
      },
      session: (clientId, person) => door.sessionChanged(clientId, person),
      hostCall: (clientId, call) =>
        serveHostCall({ dialogs, printer, log, isPresent: (id) => id === door.clientId }, clientId, call),
      log: (level, message) => log.write(level, message),
      stopped: (code) => {
        void door.close('register-stopped');
        return log.unexpected(`register process stopped with ${code}`, null);
      },
    },
  );
  const window = createWindow({
    appFolder: folders.app,
    state: windowState,
    development,
    firstFile: () => firstFile(preferences.value.language, door, folders.register),
  });
  const page = new Page(window);
  // What follows is ready long before the page can ask: it has yet to be read.
  const loaded = page.load();
  // After the window: what is seen first needs nothing of it.
  register.ready();
  const clipboard = new OwnClipboard();
  const dialogs = new Dialogs(window);
  const printer = new Printer(join(folders.app, 'out/renderer'));
  const door: Door = new Door({ page, register, clipboard });

  const titleBar = new TitleBar(window, 'spine');
  const desktop = desktopHandlers({ door, register, preferences, titleBar, clipboard, development });
  serveBridge(page, log, {
    call: (request) =>
      request.feature === 'desktop'
        ? callDesktop(desktop, request.name, request.input).then(writeReply)
        : register.call(door.clientId, request),
    cancel: (requestId) => register.cancel(door.clientId, requestId),
  });

  lockByKey(window, door);
  lockWhenAway(door);
  lockWhenPageFails(window, door, () => page.load());
  signOutBeforeClosing(window, door, register);
  endWithWindow(register, windowState);
  await loaded;
}
