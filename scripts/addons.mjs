import { existsSync } from 'node:fs';
import path from 'node:path';
import { installSystemPackages } from './apt.mjs';
import { capture, npm, projectFolder, SetupError } from './processes.mjs';
import { ensureBuildTools } from './system-libraries.mjs';

/**
 * The only packages that may run code of their own at installation, by name: both compile C++.
 * Each is tried by opening a database in memory.
 */
export const trials = {
  '@journeyapps/sqlcipher': "const {Database} = require('@journeyapps/sqlcipher'); new Database(':memory:')",
  'better-sqlite3': "const Database = require('better-sqlite3'); new Database(':memory:')",
};

/**
 * Compiles an addon from source, unless it already loads in this Node.
 * @param {keyof typeof trials} name
 */
export async function buildAddon(name) {
  if (await loads(name)) return;
  await ensureBuildTools();
  const env = await headersEnvironment();
  console.log(`Compiling ${name} (a minute or two) …`);
  const code = await npm(['rebuild', name, '--ignore-scripts=false', '--loglevel', 'error'], {
    env: { ...env, npm_config_build_from_source: 'true' },
  });
  if (code !== 0 || !(await loads(name))) {
    throw new SetupError(`${name} could not be compiled. For the compiler's own words type:

  ${shellWords(env)}npm rebuild ${name} --ignore-scripts=false --foreground-scripts`);
  }
}

async function loads(name) {
  return (await capture(process.execPath, ['-e', trials[name]])).code === 0;
}

/**
 * Node's own headers: beside this Node when it came with them. Without them node-gyp would download them.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function headersEnvironment() {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  if (hasHeaders(prefix)) return { npm_config_nodedir: prefix };
  if (hasHeaders(nodeGypFolder())) return {};
  if (await isDebianNode()) {
    await installSystemPackages(['libnode-dev'], "Node's headers");
    if (hasHeaders(prefix)) return { npm_config_nodedir: prefix };
  }
  const nodeGyp = path.join(projectFolder, 'node_modules', '.bin', 'node-gyp');
  throw new SetupError(`Missing on this computer: the headers of Node ${process.versions.node}. Type this, then the command again:

  ${nodeGyp} install`);
}

function hasHeaders(folder) {
  return existsSync(path.join(folder, 'include', 'node', 'node_api.h'));
}

/** Where `node-gyp install` puts headers by default. */
function nodeGypFolder() {
  const home = process.env.HOME ?? '';
  const cache =
    process.platform === 'darwin'
      ? path.join(home, 'Library', 'Caches')
      : (process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'));
  return path.join(cache, 'node-gyp', process.versions.node);
}

async function isDebianNode() {
  const { code, output } = await capture('dpkg', ['-S', process.execPath]);
  return code === 0 && output.startsWith('nodejs');
}

function shellWords(env) {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${value} `)
    .join('');
}
