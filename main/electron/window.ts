import { join } from 'node:path';
import { BrowserWindow, type Session, session } from 'electron';
import { servePage } from './protocol.ts';
import { titleBarOptions } from './title-bar.ts';
import { rememberWindow, startingBounds, type WindowStateFile } from './window-state.ts';
import { allowZoom } from './zoom.ts';

interface Parts {
  appFolder: string;
  state: WindowStateFile;
  development: boolean;
  /** The path of the file that stands for the page at the moment. */
  firstFile: () => string;
}

/** The one window of the program, hidden until there is something to see. */
export function createWindow({ appFolder, state, development, firstFile }: Parts): BrowserWindow {
  const window = new BrowserWindow({
    ...startingBounds(state),
    ...titleBarOptions('spine'),
    show: false,
    title: 'Vastaanotto',
    webPreferences: {
      preload: join(appFolder, 'out/preload/preload.cjs'),
      session: pageSession(join(appFolder, 'out/renderer'), firstFile),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: development,
      spellcheck: false,
      navigateOnDragDrop: false,
      zoomFactor: state.value.zoom,
    },
  });
  allowZoom(window.webContents);
  // Whatever a page calls itself, the task bar and other programs read only the program's name.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => void rememberWindow(window, state));
  window.once('ready-to-show', () => (state.value.maximized ? window.maximize() : window.show()));
  return window;
}

/** Without `persist:` the session lives in memory: no cache, no storage of Chromium reaches the disk. */
function pageSession(folder: string, firstFile: () => string): Session {
  const pages = session.fromPartition('page');
  servePage(pages.protocol, folder, firstFile);
  return pages;
}
