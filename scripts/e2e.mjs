import './node-version.mjs';
import { buildIfStale } from './build.mjs';
import { anyDisplay } from './display.mjs';
import { runScript } from './processes.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest.mjs';

/**
 * Builds the app and runs the end-to-end tests on it, on a virtual display where there is no other.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} [filters] parts of test file names
 */
export async function runEndToEndTests(runtime, filters = []) {
  await buildIfStale();
  const display = await anyDisplay();
  try {
    const env = { ...runtimeEnvironment(runtime), ...display.env };
    return await runVitest('vitest.e2e.config.ts', { filters, env });
  } finally {
    display.stop();
  }
}

/** `npm run e2e [-- PART OF A FILE NAME]` */
if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const runtime = await setUp({ headless: true });
    return Math.min((await runEndToEndTests(runtime, process.argv.slice(2))).failed, 1);
  });
}
