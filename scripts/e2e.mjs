import './node-version.mjs';
import { buildIfStale } from './build.mjs';
import { displays } from './display.mjs';
import { makePackage } from './package.mjs';
import { runScript } from './processes.mjs';
import { runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest.mjs';

/** As many test files run side by side, each on a virtual display of its own: an app keeps about one core busy. */
const screensAtOnce = 2;

/**
 * Builds the app and its packages and runs the end-to-end tests on them, on a virtual display where there is
 * no other.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} [filters] parts of test file names
 */
export async function runEndToEndTests(runtime, filters = []) {
  await buildIfStale();
  const needsPackages = filters.length === 0 || filters.some((filter) => filter.includes('package'));
  const packages = needsPackages ? await makePackages(runtime) : {};
  const screens = await displays(filters.length === 1 ? 1 : screensAtOnce);
  try {
    const env = { ...runtimeEnvironment(runtime), ...screens.env, ...packages };
    return await runVitest('vitest.e2e.config.ts', { filters, env });
  } finally {
    screens.stop();
  }
}

/** The package as it is shipped, and the one that Playwright can attach to: tests read their places here. */
async function makePackages(runtime) {
  return {
    VASTAANOTTO_PACKAGE: await makePackage(runtime),
    VASTAANOTTO_TEST_PACKAGE: await makePackage(runtime, { isInspectable: true }),
  };
}

/** `npm run e2e [-- PART OF A FILE NAME]` */
if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const runtime = await setUp({ headless: true });
    return Math.min((await runEndToEndTests(runtime, process.argv.slice(2))).failed, 1);
  });
}
