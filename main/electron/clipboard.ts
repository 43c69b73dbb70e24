import { clipboard } from 'electron';

/** Text that we put on the clipboard, so that a lock can take it away again. */
export class OwnClipboard {
  #ours: string | null = null;

  async write(text: string): Promise<void> {
    this.#ours = text;
    await clipboard.writeText(text);
  }

  /** Clears the clipboard if our text is still on it; what somebody else copied meanwhile stays. */
  async clear(): Promise<void> {
    const ours = this.#ours;
    this.#ours = null;
    if (ours !== null && (await clipboard.readText()) === ours) await clipboard.clear();
  }
}
