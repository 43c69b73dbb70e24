import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { capture, projectFolder, run, SetupError } from './processes.mjs';
import { makeStandIn, standInVersion } from './stand-in.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH takes: the folder with the executable
 * @property {string} version Electron's version
 * @property {boolean} isStandIn made for running and testing where Electron cannot be downloaded; never shipped
 */

const electronFolder = path.join(projectFolder, 'node_modules', 'electron');
const failureIsRememberedMs = 12 * 60 * 60 * 1000;
const answerTimeoutMs = 8000;

/**
 * Finds an Electron to run: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the pinned official one, else
 * (Linux x64 only) the stand-in.
 * @returns {Promise<Runtime>}
 */
export async function findRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return describeRuntime(given);
  const official = await officialRuntime();
  if (official) return official;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${pinnedVersion()} could not be downloaded. Connect to the internet (or set ELECTRON_MIRROR) and try again.`,
    );
  }
  const folder = path.join(cacheFolder(), `electron-${standInVersion}`);
  if (!existsSync(path.join(folder, 'electron'))) await makeStandIn(folder);
  return describeRuntime(folder);
}

/**
 * @param {string} folder a folder with an Electron executable in it
 * @returns {Runtime}
 */
export function describeRuntime(folder) {
  const executable = executableIn(folder);
  if (!existsSync(executable)) throw new SetupError(`There is no Electron in ${folder}.`);
  const isStandIn = existsSync(path.join(folder, 'STAND-IN'));
  const versionFile = path.join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : undefined;
  if (!version) throw new SetupError(`${versionFile} does not tell the version of Electron.`);
  return { folder, version, isStandIn };
}

/** What tells the `electron` package, Playwright and electron-vite to use this runtime. */
export function runtimeEnvironment(runtime) {
  return { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: executableIn(runtime.folder) };
}

/** @param {string} folder */
export function executableIn(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  return path.join(folder, names[process.platform] ?? 'electron');
}

async function officialRuntime() {
  const folder = path.join(electronFolder, 'dist');
  if (existsSync(executableIn(folder)) && describeRuntime(folder).version === pinnedVersion()) {
    return describeRuntime(folder);
  }
  if (hasFailedLately() || !(await answers())) return undefined;
  console.log(`Downloading Electron ${pinnedVersion()} …`);
  const code = await run(process.execPath, [path.join(electronFolder, 'install.js')]);
  if (code === 0 && existsSync(executableIn(folder))) return describeRuntime(folder);
  rememberFailure();
  return undefined;
}

/** Asks Electron's own downloader (its mirrors and proxies) for the smallest file of the release. */
async function answers() {
  const require = createRequire(path.join(electronFolder, 'package.json'));
  const question = `
    import { downloadArtifact, ElectronDownloadCacheMode } from ${JSON.stringify(pathToFileURL(require.resolve('@electron/get')))};
    await downloadArtifact({
      version: ${JSON.stringify(pinnedVersion())},
      artifactName: 'SHASUMS256.txt',
      isGeneric: true,
      unsafelyDisableChecksums: true,
      cacheMode: ElectronDownloadCacheMode.Bypass,
    });`;
  const asked = await capture(process.execPath, ['--input-type=module', '-e', question], {
    timeout: answerTimeoutMs,
  });
  if (asked.code === 0) return true;
  rememberFailure();
  return false;
}

function pinnedVersion() {
  return JSON.parse(readFileSync(path.join(electronFolder, 'package.json'), 'utf8')).version;
}

function failureFile() {
  return path.join(cacheFolder(), `electron-${pinnedVersion()}-unreachable`);
}

function hasFailedLately() {
  if (!existsSync(failureFile())) return false;
  const age = Date.now() - Number(readFileSync(failureFile(), 'utf8'));
  if (age >= 0 && age < failureIsRememberedMs) return true;
  rmSync(failureFile(), { force: true });
  return false;
}

function rememberFailure() {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureFile(), String(Date.now()));
}

function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'vastaanotto');
}
