import { setTimeout } from 'node:timers/promises';
import type { BrowserWindow, WebContents, WebFrameMain } from 'electron';
import { type BridgeEvent, channels } from '#shared/rpc/bridge.ts';
import { emptyAddress, pageAddress } from './protocol.ts';

/** Milliseconds; on a busy computer a page that works needs one second of them. */
const leavingLimit = 3000;

/** What main does with the page in its window: load it, tell it things, empty it. */
export class Page {
  readonly #window: BrowserWindow;

  constructor(window: BrowserWindow) {
    this.#window = window;
    // Going to `about:blank` needs no request and so cannot be refused beforehand, only undone.
    window.webContents.on('did-navigate', (_event, url) => {
      if (!isPage(url) && url !== emptyAddress) void this.load();
    });
  }

  load(): Promise<void> {
    return this.#go(pageAddress);
  }

  tell(event: BridgeEvent): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(channels.event, event);
  }

  /**
   * Loads the page anew in another process, because a mere reload leaves the old page's memory standing in the
   * same one. The way leads over an empty page of another origin; the old process ends with its page.
   */
  async empty(): Promise<void> {
    const left = await Promise.race([
      this.#go(emptyAddress).then(() => true),
      setTimeout(leavingLimit, false),
    ]);
    // A page that hangs is never done with leaving.
    if (!left && !this.#window.isDestroyed()) this.#window.webContents.forcefullyCrashRenderer();
    await this.#go(pageAddress);
    if (!this.#window.isDestroyed()) this.#window.webContents.navigationHistory.clear();
  }

  /** A load that is overtaken by another one rejects, and so does one in a window that closes meanwhile. */
  async #go(address: string): Promise<void> {
    if (!this.#window.isDestroyed()) await this.#window.loadURL(address).catch(() => {});
  }

  /** True only for the top frame of our own page in our own window. */
  isSender(sender: WebContents, frame: WebFrameMain | null): boolean {
    if (frame === null || this.#window.isDestroyed() || sender !== this.#window.webContents) return false;
    return frame === sender.mainFrame && frame.parent === null && isPage(frame.url);
  }
}

/** The part after `#` names the screen within the page. */
function isPage(url: string): boolean {
  return url.split('#', 1)[0] === pageAddress;
}
