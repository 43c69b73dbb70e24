import { checkArchitecture } from './architecture.mjs';
import { runTool } from './processes.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Stage
 */

/** Main is compiled twice: the second time against the older Electron that it must also run on. */
const typeProjects = [
  'shared',
  'main',
  'main/tsconfig.electron-33.json',
  'renderer',
  'test',
  'scripts',
  'scripts/fiction',
  'scripts/bench',
  'scripts/fuzz',
  'scripts/tour',
];

/** What is found without running the app, quickest first. @type {Stage[]} */
export const staticStages = [
  { name: 'Format and lint', run: () => tool('biome', ['check', '--error-on-warnings']) },
  { name: 'Promises and hooks', run: () => tool('eslint', ['.', '--max-warnings', '0']) },
  ...typeProjects.map((project) => ({
    name: `Types of ${project}`,
    run: () => tool('tsc', ['-p', project]),
  })),
  { name: 'Architecture', run: checkArchitecture },
  { name: 'Dead code', run: () => tool('knip', ['--no-progress', '--treat-config-hints-as-errors']) },
];

/**
 * Runs stages in order and stops after the first that fails.
 * @param {Stage[]} stages
 * @returns {Promise<Count>} all their test cases added up
 */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of stages) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
  return total;
}

/** A check that is no test: no test case when it passes, one failure when it does not. */
async function tool(name, args) {
  return { passed: 0, failed: (await runTool(name, args)) === 0 ? 0 : 1 };
}
