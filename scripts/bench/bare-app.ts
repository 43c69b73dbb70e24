import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As large as our own window, so that both paint the same number of pixels. */
const main = `const { app, BrowserWindow } = require('electron');
const path = require('node:path');
app.setPath('userData', process.argv.find((word) => word.startsWith('--data-dir=')).slice('--data-dir='.length));
app.whenReady().then(() => {
  new BrowserWindow({ width: 1366, height: 768 }).loadFile(path.join(__dirname, 'index.html'));
});
`;

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Bare</title><h1>Hello</h1></html>
`;

/** The least that Electron can show: one window with one static page. @param folder is made for it */
export async function makeBareApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = { 'package.json': '{"name":"bare","version":"1.0.0","main":"main.cjs"}', 'main.cjs': main };
  for (const [name, text] of Object.entries({ ...files, 'index.html': page })) {
    await writeFile(join(folder, name), text);
  }
  return folder;
}
