import { availableParallelism } from 'node:os';
import { checkArchitecture } from './architecture.mjs';
import { captureTool } from './processes.mjs';

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

/** What is found without running the app, by several programs side by side. @type {Stage} */
export const staticChecks = {
  name: 'Format, lint, promises, types, architecture and dead code',
  run: () =>
    sideBySide([
      // The longest one first.
      () => tool('Promises and hooks', 'eslint', ['.', '--max-warnings', '0']),
      () => tool('Format and lint', 'biome', ['check', '--error-on-warnings']),
      checkArchitecture,
      ...typeProjects.map((project) => () => tool(`Types of ${project}`, 'tsc', ['-p', project])),
      () => tool('Dead code', 'knip', ['--no-progress', '--treat-config-hints-as-errors']),
    ]),
};

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

/** As many at once as there are processors, up to four: each takes some hundred megabytes. */
const checksAtOnce = Math.min(availableParallelism(), 4);

/** Runs all checks to their end, so that one run tells everything that is wrong. @param {(() => Promise<Count>)[]} checks */
async function sideBySide(checks) {
  const total = { passed: 0, failed: 0 };
  const waiting = [...checks];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { passed, failed } = await check();
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: checksAtOnce }, worker));
  return total;
}

/** A check that is no test: no test case when it passes, one failure when it does not. */
async function tool(name, program, args) {
  const { code, output, errors } = await captureTool(program, args);
  console.log(`${name}: ${code === 0 ? 'nothing found' : 'FAILED'}`);
  if (code !== 0) console.error(`${output}${errors}`);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}
