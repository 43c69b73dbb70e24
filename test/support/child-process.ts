import { type ChildProcess, fork } from 'node:child_process';

import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';

const projectFolder = join(import.meta.dirname, '../..');
/** Loaded from node_modules by the child too; all else is in its bundle, as in the app's: it then starts sooner. */
const nativePackages = ['@journeyapps/sqlcipher', '@node-rs/argon2'];

/** Inside the project, so that the packages left out of a bundle are found. */
const bundlesFolder = join(projectFolder, 'node_modules/.cache/test-children');

/** Bundles a TypeScript entry so that plain Node can run it, as a process that a test may kill. */
async function bundleForNode(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  const outDir = join(bundlesFolder, `${name}-${process.pid}`);
  await removeLeftBundles(bundlesFolder);
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: nativePackages },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(outDir, `${name}.mjs`);
}

/**
 * Removes the bundles of processes that are gone, as after a kill; those of other runs that go on stay. Each is
 * called after its process: `victim-4711`.
 */
export async function removeLeftBundles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const pid = /-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** A process that may not be signalled runs too. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** A program that starts the child: it gets the child's entry and arguments after its own. */
export interface RunBy {
  readonly program: string;
  readonly args: readonly string[];
}

/** Makes it possible to start `entry` (an absolute path) as often as wanted. */
export async function childProgram(
  entry: string,
  by: RunBy = { program: process.execPath, args: [] },
): Promise<(...args: string[]) => ChildProcess> {
  const bundle = await bundleForNode(entry);
  const options = { execPath: by.program, execArgv: [...by.args] };
  return (...args) => fork(bundle, args, { ...options, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}
