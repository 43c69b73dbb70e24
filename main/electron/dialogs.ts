import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { writeFileAtomically } from './atomic-file.ts';

/** Lets the person choose places on the disk. The register process gets tokens, not paths it could reuse. */
export class Dialogs {
  readonly #window: BrowserWindow;
  readonly #targets = new Map<string, string>();

  constructor(window: BrowserWindow) {
    this.#window = window;
  }

  async chooseSaveTarget(suggestedName: string): Promise<{ token: string; label: string } | null> {
    const defaultPath = join(app.getPath('documents'), basename(suggestedName));
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window, {
      defaultPath,
      properties: ['showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    const token = randomUUID();
    this.#targets.set(token, filePath);
    return { token, label: basename(filePath) };
  }

  /** The token serves once, also when the writing fails. Throws what the file system says. */
  async writeFile(token: string, bytes: Uint8Array): Promise<void> {
    const file = this.#targets.get(token);
    this.#targets.delete(token);
    if (file === undefined) throw new Error('unknown save target');
    await writeFileAtomically(file, bytes);
  }

  async chooseFolder(): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, {
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  }
}
