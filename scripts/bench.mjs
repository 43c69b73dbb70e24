import './node-version.mjs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAddon } from './addons.mjs';
import { buildIfStale } from './build.mjs';
import { anyDisplay } from './display.mjs';
import { launchEnvironment } from './launch.mjs';
import { projectFolder, runScript, SetupError } from './processes.mjs';
import { setUp } from './setup.mjs';
import { loadTypeScript } from './typescript.mjs';

/** What `--skip` can leave out. */
const parts = ['audit', 'search', 'card', 'command', 'bulk', 'backup', 'windows'];

const plotFile = path.join(projectFolder, 'docs/pictures/cost-as-work-grows.svg');

/**
 * `npm run bench -- --customers N [--audit-rows N] [--audit-only] [--skip PART,…] [--keep FOLDER] [--json FILE] [--seed N]`: each row is
 * ours beside its reference, measured in the same run in turns. Times of different machines cannot be compared; ratios
 * can. Parts: audit, search, card, command, bulk, backup, windows.
 * `--keep FOLDER` keeps the filled registers there, one for each size, and takes them again the next time.
 * `npm run bench -- --sizes 1000,10000,100000 [--skip PART,…] [--keep FOLDER] [--json FILE] [--seed N]` measures only
 * the register's rows, once at each size, and draws them.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: '10000' },
      'audit-rows': { type: 'string' },
      'audit-only': { type: 'boolean', default: false },
      json: { type: 'string' },
      seed: { type: 'string', default: '2026' },
      sizes: { type: 'string' },
      skip: { type: 'string', default: '' },
      keep: { type: 'string' },
    },
  });
  const customers = wholeNumber(values.customers, '--customers');
  const seed = wholeNumber(values.seed, '--seed');
  const skipped = partsOf(values.skip);
  const auditRows = skipped.has('audit') ? 0 : wholeNumber(values['audit-rows'] ?? '20000', '--audit-rows');
  const isAuditOnly = values['audit-only'];
  const sizes = values.sizes?.split(',').map((size) => wholeNumber(size, '--sizes'));
  const runtime = await setUp({ headless: true });
  await buildAddon('better-sqlite3');
  await buildIfStale();
  const display = await anyDisplay();
  Object.assign(process.env, launchEnvironment(runtime), display.env);
  try {
    const rows = sizes
      ? await grow({ sizes, seed, keep: values.keep, skipped })
      : await measure({ customers, seed, keep: values.keep, auditRows, isAuditOnly, skipped });
    if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  } finally {
    display.stop();
  }
});

/** With the time since the start: how long a larger register will take can be told from a smaller one. */
function onStep(step) {
  console.log(`… ${step} (${Math.round(performance.now() / 1000)} s)`);
}

async function measure(options) {
  const { bench } = await loadTypeScript('scripts/bench/bench.ts');
  return bench({ ...options, onRow: print, onStep });
}

async function grow(options) {
  const { growth } = await loadTypeScript('scripts/bench/growth.ts');
  const { rows, plot } = await growth({ ...options, onRow: print, onStep });
  writeFileSync(plotFile, plot);
  console.log(`Drawn in ${plotFile}.`);
  return rows;
}

function partsOf(list) {
  const named = list.split(',').filter((part) => part !== '');
  const unknown = named.find((part) => !parts.includes(part));
  if (unknown !== undefined) throw new SetupError(`--skip takes ${parts.join(', ')}, not ${unknown}.`);
  return new Set(named);
}

function wholeNumber(text, option) {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new SetupError(`${option} takes a whole number from 1 to 9999999.`);
  return Number(text);
}

function print({ name, unit, ours, reference, against, ratio, target, met }) {
  const figure = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
  console.log(
    `${name}: ${figure(ours)}, reference ${figure(reference)} (${against}), ratio ${ratio.toFixed(2)}, target ${target}: ${met ? 'met' : 'NOT met'}`,
  );
}
