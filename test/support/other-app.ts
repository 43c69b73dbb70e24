import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts the app without Playwright and waits for its end. Resolves with the exit code. */
export function runAppToItsEnd(args: readonly string[]): Promise<number | null> {
  const child = spawn(join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron'), args, {
    stdio: 'ignore',
  });
  return endOf(child);
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
