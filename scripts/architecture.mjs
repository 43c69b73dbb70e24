import './node-version.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { capture, projectFolder, runScript } from './processes.mjs';

const configuration = path.join(projectFolder, '.dependency-cruiser.cjs');
const badExample = path.join(projectFolder, 'test', 'architecture', 'bad');

/**
 * Checks who imports whom, and that the check itself sees: each rule must find its broken example.
 * @returns {Promise<{ passed: number, failed: number }>} one case per rule, and one for the product
 */
export async function checkArchitecture() {
  const silent = await silentRules();
  for (const name of silent) console.error(`Rule ${name} finds nothing wrong in ${badExample}.`);
  const product = await cruise(projectFolder);
  for (const { rule, from, to } of product.violations) console.error(`${rule.name}: ${from} → ${to}`);
  if (product.totalCruised === 0) console.error('No module was looked at.');
  const isClean = product.violations.length === 0 && product.totalCruised > 0;
  const passed = ruleNames().length - silent.length + (isClean ? 1 : 0);
  const failed = silent.length + (isClean ? 0 : 1);
  console.log(`Architecture: ${product.totalCruised} modules, ${passed} passed, ${failed} failed.`);
  return { passed, failed };
}

async function silentRules() {
  const { violations } = await cruise(badExample);
  const fired = new Set(violations.map(({ rule }) => rule.name));
  return ruleNames().filter((name) => !fired.has(name));
}

function ruleNames() {
  return createRequire(import.meta.url)(configuration).forbidden.map(({ name }) => name);
}

/** @param {string} folder a tree with the folders shared, main and renderer */
async function cruise(folder) {
  const program = path.join(projectFolder, 'node_modules', '.bin', 'depcruise');
  const args = ['--config', configuration, '--output-type', 'json', 'shared', 'main', 'renderer'];
  const { output, errors } = await capture(program, args, { cwd: folder });
  try {
    return JSON.parse(output).summary;
  } catch {
    throw new Error(`dependency-cruiser gave no report:\n${errors || output}`);
  }
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => ((await checkArchitecture()).failed === 0 ? 0 : 1));
}
