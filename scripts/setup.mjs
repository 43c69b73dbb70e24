import './node-version.mjs';
import { buildAddon } from './addons.mjs';
import { installPackages } from './node-modules.mjs';
import { runScript } from './processes.mjs';
import { findRuntime } from './runtime.mjs';
import { ensureDisplayServer, ensureElectronLibraries, ensureSandbox } from './system-libraries.mjs';

/**
 * Everything a fresh machine needs before the app can be built and run. Each part looks first and
 * does nothing when it has nothing to do, so that a second start takes a moment.
 * @param {{ headless?: boolean }} [options] headless: windows may open on a virtual display
 * @returns {Promise<import('./runtime.mjs').Runtime>} the Electron to run
 */
export async function setUp({ headless = false } = {}) {
  await installPackages();
  if (headless) await ensureDisplayServer();
  await buildAddon('@journeyapps/sqlcipher');
  const runtime = await findRuntime();
  await ensureElectronLibraries(runtime.folder);
  await ensureSandbox(runtime.folder);
  return runtime;
}

if (process.argv[1] === import.meta.filename) await runScript(() => setUp().then(() => 0));
