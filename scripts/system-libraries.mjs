import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { installSystemPackages } from './apt.mjs';
import { capture, SetupError } from './processes.mjs';

/** What the database addon is built with, and how each part is seen to be there. */
const buildTools = [
  { debian: 'g++', what: 'a C++ compiler', isThere: () => works('c++', ['--version']) },
  { debian: 'make', what: 'make', isThere: () => works('make', ['--version']) },
  { debian: 'python3', what: 'Python 3', isThere: () => works('python3', ['--version']) },
  { debian: 'libssl-dev', what: 'OpenSSL headers', isThere: () => compiles('#include <openssl/crypto.h>') },
];

const displayServer = { debian: 'xvfb', what: 'a virtual display (Xvfb)', isThere: () => isOnPath('Xvfb') };

/** Enough for Electron's window on a bare Debian 12; the rest comes with these. */
const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libsecret-1-0',
];

/** Makes sure that native addons can be compiled here. */
export async function ensureBuildTools() {
  if (process.platform === 'linux') return ensure(buildTools);
  if (process.platform === 'darwin' && !(await works('xcrun', ['--find', 'clang++']))) {
    throw new SetupError('Missing on this computer: a C++ compiler. Type this:\n\n  xcode-select --install');
  }
}

/** Makes sure that there is a virtual display to open windows on where no real one is. */
export async function ensureDisplayServer() {
  if (process.platform === 'linux') await ensure([displayServer]);
}

/**
 * Makes sure that every shared library of the Electron runtime is found.
 * @param {string} runtime folder of the runtime
 */
export async function ensureElectronLibraries(runtime) {
  if (process.platform !== 'linux') return;
  const executable = path.join(runtime, 'electron');
  if ((await missingLibraries(executable)).length === 0) return;
  await installSystemPackages(electronLibraries, "Electron's system libraries");
  const missing = await missingLibraries(executable);
  if (missing.length > 0) {
    throw new SetupError(
      `Electron still lacks system libraries: ${missing.join(', ')}. Install them and try again.`,
    );
  }
}

/**
 * Chromium's sandbox needs user namespaces, which some systems keep from ordinary users, or its helper owned by root.
 * @param {string} runtime folder of the runtime
 */
export async function ensureSandbox(runtime) {
  const isRoot = process.getuid?.() === 0;
  if (
    process.platform !== 'linux' ||
    isRoot ||
    (await works('unshare', ['--user', '--map-root-user', 'true']))
  )
    return;
  const helper = path.join(runtime, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new SetupError(`This system keeps the sandbox of Electron from ordinary users. Type this, then the command again:

  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`);
}

async function ensure(parts) {
  const missing = await missingOf(parts);
  if (missing.length === 0) return;
  const purpose = missing.map((part) => part.what).join(', ');
  await installSystemPackages(
    missing.map((part) => part.debian),
    purpose,
  );
  const still = await missingOf(missing);
  if (still.length > 0) {
    throw new SetupError(`Installed, but still not found: ${still.map((part) => part.what).join(', ')}.`);
  }
}

async function missingOf(parts) {
  const found = await Promise.all(parts.map((part) => part.isThere()));
  return parts.filter((_, index) => !found[index]);
}

async function missingLibraries(executable) {
  const { output } = await capture('ldd', [executable], { env: { ...process.env, LC_ALL: 'C' } });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

async function works(program, args) {
  return (await capture(program, args)).code === 0;
}

async function compiles(source) {
  return (await capture('c++', ['-E', '-x', 'c++', '-'], { input: `${source}\n` })).code === 0;
}

function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return Promise.resolve(folders.some((folder) => existsSync(path.join(folder, program))));
}
