import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTool } from './processes.mjs';

/**
 * Runs the tests of one vitest configuration and counts them.
 * @param {string} configuration file name in the project folder
 * @param {{ filters?: string[], env?: NodeJS.ProcessEnv }} [options] filters: parts of test file names
 * @returns {Promise<{ passed: number, failed: number }>} a run without any test counts as one failure
 */
export async function runVitest(configuration, { filters = [], env = {} } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vastaanotto-results-'));
  const report = path.join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const code = await runTool('vitest', ['run', '--config', configuration, ...reporters, ...filters], {
      env: { ...process.env, ...env },
    });
    const { passed, failed } = readCounts(report);
    // A file that cannot be loaded, or no file at all, fails the run without a failed test.
    return code === 0 && passed > 0 ? { passed, failed } : { passed, failed: Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
