import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAddon } from './addons.mjs';
import { installPackages } from './node-modules.mjs';
import { runScript, SetupError } from './processes.mjs';
import { loadTypeScript } from './typescript.mjs';

/**
 * `npm run crash -- --runs N [--seed S]`: kills a working register process with kill -9, N times, at random moments of
 * commands, migration, rotation, backup and export, and looks after each kill for everything that was acknowledged
 * before it. The same seed waits the same times again; what the process has done by then is up to the machine.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    },
  });
  const runs = wholeNumber(values.runs, '--runs');
  const seed = wholeNumber(values.seed, '--seed');
  await installPackages();
  await buildAddon('@journeyapps/sqlcipher');
  const folder = mkdtempSync(path.join(tmpdir(), 'vastaanotto-crash-'));
  console.log(`seed ${seed}`);
  const { crashRegister } = await loadTypeScript('test/support/crash/crash.ts');
  const done = await crashRegister({ runs, seed, folder, onRun: tell });
  const acknowledged = sum(done, 'acknowledged');
  const lost = sum(done, 'lost');
  const troubled = done.filter(({ problems }) => problems.length > 0).length;
  if (lost > 0 || troubled > 0) console.error(`The registers stay in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  console.log(`seed ${seed}`);
  console.log(`runs ${done.length}, acknowledged ${acknowledged}, lost ${lost}`);
  return lost > 0 || troubled > 0 ? 1 : 0;
});

function wholeNumber(text, option) {
  if (!/^\d{1,10}$/.test(text)) throw new SetupError(`${option} takes a whole number.`);
  return Number(text);
}

function sum(runs, field) {
  return runs.reduce((total, run) => total + run[field], 0);
}

function tell({ run, deed, killedAfterMs, acknowledged, lost, problems }) {
  const trouble = problems.length > 0 ? `: ${problems.join('; ')}` : '';
  console.log(
    `${run + 1} ${deed}, killed after ${killedAfterMs} ms, acknowledged ${acknowledged}, lost ${lost}${trouble}`,
  );
}
