import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder, runTool, SetupError } from './processes.mjs';

const sources = [
  'main',
  'renderer',
  'shared',
  'docs/guide.md',
  'docs/pictures',
  'electron.vite.config.ts',
  'scripts/first-covers.mjs',
  'scripts/first-files.mjs',
  'scripts/markdown.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const stampFile = path.join(projectFolder, 'out', 'sources.sha256');

/** Builds the app into out/, unless out/ was built from these very sources. */
export async function buildIfStale() {
  const now = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  console.log('Building the app …');
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new SetupError('The app could not be built: see the message above.');
  writeFileSync(stampFile, now);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((name) => filesIn(path.join(projectFolder, name)))) {
    hash
      .update(`${path.relative(projectFolder, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place a file, or a folder with its subfolders */
function filesIn(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
