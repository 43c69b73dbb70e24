import './node-version.mjs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { projectFolder, runScript, SetupError } from './processes.mjs';
import { describeRuntime } from './runtime.mjs';
import { setUp } from './setup.mjs';

/** The fuses of electron-builder.yml and where the binary keeps each. */
const fuseNames = {
  runAsNode: 'RunAsNode',
  enableCookieEncryption: 'EnableCookieEncryption',
  enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
  enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments',
  enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
  onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar',
  loadBrowserProcessSpecificV8Snapshot: 'LoadBrowserProcessSpecificV8Snapshot',
  grantFileProtocolExtraPrivileges: 'GrantFileProtocolExtraPrivileges',
};

/**
 * Makes the unpacked Linux package and reads its fuses back.
 * @param {import('./runtime.mjs').Runtime} runtime the Electron that goes into it
 * @param {{ isInspectable?: boolean }} [options] isInspectable: leaves that one fuse on, so that Playwright can attach
 * @returns {Promise<string>} the executable
 */
export async function makePackage(runtime, { isInspectable = false } = {}) {
  const { build, Platform } = await import('electron-builder');
  const output = path.join(projectFolder, 'dist', isInspectable ? 'test-package' : 'package');
  /** @type {Record<string, boolean | null | undefined>} */
  let declaredFuses = {};
  await build({
    projectDir: projectFolder,
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: './electron-builder.yml',
      electronDist: runtime.folder,
      electronVersion: runtime.version,
      directories: { output },
      ...(isInspectable && { electronFuses: { enableNodeCliInspectArguments: true } }),
      afterPack: async ({ packager, appOutDir }) => {
        declaredFuses = { ...packager.config.electronFuses };
        // Electron's greeting for those who start it without an app.
        await rm(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
      },
    },
  });
  const executable = path.join(output, 'linux-unpacked', 'vastaanotto');
  await checkFuses(executable, declaredFuses);
  return executable;
}

async function checkFuses(executable, declared) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const { FuseState } = await import('@electron/fuses/dist/constants.js');
  const wire = await getCurrentFuseWire(executable);
  for (const [name, fuse] of Object.entries(fuseNames)) {
    const wanted = declared[name] ? FuseState.ENABLE : FuseState.DISABLE;
    if (wire[FuseV1Options[fuse]] !== wanted) {
      throw new SetupError(`The fuse ${name} of ${executable} is not as electron-builder.yml declares it.`);
    }
  }
  console.log(`Fuses of ${executable}:`);
  for (const name of Object.keys(fuseNames)) console.log(`  ${name}: ${declared[name] ? 'on' : 'off'}`);
}

/** `npm run package [-- --runtime FOLDER] [--test-inspectable]` */
if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const { values } = parseArgs({
      options: { runtime: { type: 'string' }, 'test-inspectable': { type: 'boolean' } },
    });
    const found = await setUp();
    const runtime = values.runtime ? describeRuntime(path.resolve(values.runtime)) : found;
    await buildIfStale();
    await makePackage(runtime, { isInspectable: values['test-inspectable'] ?? false });
    if (runtime.isStandIn) {
      console.warn(
        '\nFOR TESTING ONLY: this package holds the stand-in, an Electron without security updates. Never ship it.',
      );
    }
  });
}
