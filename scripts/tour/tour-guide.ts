import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ElectronApplication, Page } from 'playwright';
import { Keyboard } from './keyboard.ts';

/** One step of the main job, as it is written to `tour.json`. */
export interface StepRecord {
  readonly name: string;
  /** Without the time that the pictures took. */
  readonly milliseconds: number;
  readonly keystrokes: number;
}

/** The size of the design's pictures. */
const screen = { width: 1366, height: 768 };
const patienceMs = 30_000;

/** What every step of the tour works with: the page, the keys, the camera and the stopwatch. */
export class TourGuide {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly keys: Keyboard;
  readonly records: StepRecord[] = [];
  readonly #pictures: string;
  #taken = 0;
  #pausedMs = 0;

  private constructor(app: ElectronApplication, page: Page, pictures: string) {
    this.app = app;
    this.page = page;
    this.keys = new Keyboard(page);
    this.#pictures = pictures;
  }

  /** @param pictures folder for the pictures, made when it is not there */
  static async start(app: ElectronApplication, page: Page, pictures: string): Promise<TourGuide> {
    await mkdir(pictures, { recursive: true });
    page.setDefaultTimeout(patienceMs);
    await page.emulateMedia({ colorScheme: 'light' });
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, screen);
    return new TourGuide(app, page, pictures);
  }

  /** @throws an error that names the step; a picture of how far it came stays among the others */
  async step(name: string, work: () => Promise<void>): Promise<void> {
    console.log(`… ${name}`);
    const keysBefore = this.keys.pressed;
    const start = performance.now();
    this.#pausedMs = 0;
    try {
      await work();
    } catch (error) {
      await this.picture('failed').catch(() => undefined);
      const why = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
      throw new Error(`the step "${name}" did not work: ${why}`, { cause: error });
    }
    const milliseconds = Math.round(performance.now() - start - this.#pausedMs);
    this.records.push({ name, milliseconds, keystrokes: this.keys.pressed - keysBefore });
  }

  /**
   * `NN-name.png` of the window in the light theme; `inDark` adds `NN-name-dark.png`, and `whenQuiet` waits until
   * no message of an earlier step lies over the screen.
   */
  async picture(name: string, { inDark = false, whenQuiet = false } = {}): Promise<void> {
    const start = performance.now();
    if (whenQuiet) await this.#quiet();
    this.#taken += 1;
    const file = join(this.#pictures, `${String(this.#taken).padStart(2, '0')}-${name}`);
    await this.#take(`${file}.png`);
    if (inDark) {
      await this.page.emulateMedia({ colorScheme: 'dark' });
      await this.#take(`${file}-dark.png`);
      await this.page.emulateMedia({ colorScheme: 'light' });
    }
    this.#pausedMs += performance.now() - start;
  }

  /** Waits until nothing on the screen is still being fetched. */
  async settled(): Promise<void> {
    await this.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  async #quiet(): Promise<void> {
    const messages = this.page.getByRole('status', { name: 'Ilmoitukset' }).locator('> *');
    await messages.first().waitFor({ state: 'detached' });
  }

  async #take(path: string): Promise<void> {
    await this.page.screenshot({ path, animations: 'disabled', scale: 'css' });
  }
}
