import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, projectFolder, SetupError } from './processes.mjs';

/** Installs the packages of package-lock.json, unless node_modules already holds exactly them. */
export async function installPackages() {
  const reason = whyStale();
  if (!reason) return;
  console.log(`Installing packages (${reason}) …`);
  // Packages that only declare a newer Node are pinned because they were tried on this one: no warnings.
  const code = await npm(['ci', '--loglevel', 'error']);
  if (code !== 0) throw new SetupError('npm ci failed: see its message above.');
}

/**
 * Compares npm's own record of what it installed with the lock file. That record is written last, so
 * an interrupted installation has none; packages for other systems are optional and may be missing.
 * @returns {string | undefined} the reason to install
 */
function whyStale() {
  const installedFile = path.join(projectFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = readPackages(path.join(projectFolder, 'package-lock.json'));
  const installed = readPackages(installedFile);
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '') continue;
    const found = installed[folder];
    if (found ? found.version !== entry.version : !(entry.optional || entry.devOptional)) {
      return `${folder} is not the one of package-lock.json`;
    }
  }
  return undefined;
}

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
