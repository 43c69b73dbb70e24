import { spawn } from 'node:child_process';
import { projectFolder } from './processes.mjs';
import { executableIn, runtimeEnvironment } from './runtime.mjs';

/** Chromium refuses its sandbox to root. Only this start of a checkout gives it up, never the app itself. */
export const isSandboxImpossible = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * The command line of the app from this checkout, without the executable.
 * @param {string[]} [appArguments] what the app itself is to read
 */
export function launchArgs(appArguments = []) {
  return [projectFolder, ...(isSandboxImpossible ? ['--no-sandbox'] : []), ...appArguments];
}

/** The environment of the app: an editor's terminal may ask Electron to be plain Node, which is no app. */
export function launchEnvironment(runtime) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return { ...env, ...runtimeEnvironment(runtime) };
}

/**
 * Starts the app and waits for its end.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} appArguments
 * @returns {Promise<number>} its exit code
 */
export function runApp(runtime, appArguments) {
  if (isSandboxImpossible) {
    console.warn(
      'Warning: started as root, so without the sandbox. For real customers, start as an ordinary user.',
    );
  }
  const child = spawn(executableIn(runtime.folder), launchArgs(appArguments), {
    cwd: projectFolder,
    env: launchEnvironment(runtime),
    stdio: 'inherit',
  });
  // Who ends this script means the app. A Ctrl+C reaches both by itself: then this waits for the app's own end.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
