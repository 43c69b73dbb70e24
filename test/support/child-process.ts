import { type ChildProcess, fork } from 'node:child_process';
import { basename, join } from 'node:path';
import { build } from 'vite';

const projectFolder = join(import.meta.dirname, '../..');
/** Loaded from node_modules by the child too; all else is in its bundle, as in the app's: it then starts sooner. */
const nativePackages = ['@journeyapps/sqlcipher', '@node-rs/argon2'];

/** Bundles a TypeScript entry so that plain Node can run it, as a process that a test may kill. */
async function bundleForNode(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  // Inside the project, so that the packages left out of the bundle are found.
  const outDir = join(projectFolder, 'node_modules/.cache/test-children', `${name}-${process.pid}`);
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
