import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { TourGuide } from './tour-guide.ts';

configure({ useWebWorkers: false });

/** Exports everything about the customer and opens the file with the password that the screen shows. */
export async function exportReport(guide: TourGuide, folder: string): Promise<void> {
  await guide.step('Export the report', async () => {
    const { fileName, passphrase } = await exportFile(guide, folder);
    await unpack(join(folder, fileName), passphrase, folder);
  });
}

async function exportFile(guide: TourGuide, folder: string) {
  const { app, page, keys } = guide;
  await app.evaluate(({ dialog }, place) => {
    type Options = Electron.SaveDialogOptions;
    const answer = async (_window: unknown, { defaultPath = '' }: Options) => {
      const name = defaultPath.split(/[\\/]/).at(-1);
      return { canceled: false, filePath: `${place}/${name}` };
    };
    dialog.showSaveDialog = answer as typeof dialog.showSaveDialog;
  }, folder);
  await keys.press('F9');
  const question = page.getByRole('dialog', { name: 'Vie tiedot salattuun tiedostoon' });
  await question.waitFor();
  await guide.settled();
  await guide.picture('export', { inDark: true, whenQuiet: true });
  await keys.push(question.getByRole('button', { name: 'Valitse paikka ja vie…' }));
  const answer = page.getByRole('dialog', { name: 'Tiedot on viety' });
  await answer.waitFor();
  const fileName = (await answer.getByText(/\.zip$/).textContent()) ?? '';
  const passphrase = (await answer.locator('code').textContent()) ?? '';
  await guide.picture('exported');
  await keys.push(answer.getByRole('button', { name: 'Salasana on tallessa, sulje' }));
  await answer.waitFor({ state: 'detached' });
  return { fileName, passphrase };
}

async function unpack(file: string, password: string, folder: string): Promise<void> {
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(file)), { password });
  const entries = await zip.getEntries();
  const names = entries.map(({ filename }) => filename).sort();
  if (names.join() !== 'report.json,report.pdf') throw new Error(`the exported file holds ${names.join()}`);
  for (const entry of entries) {
    if (entry.directory || !entry.encrypted) throw new Error(`${entry.filename} is not encrypted`);
    await writeFile(join(folder, entry.filename), await entry.getData(new Uint8ArrayWriter()));
  }
  await zip.close();
}
