import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAddon } from './addons.mjs';
import { buildIfStale } from './build.mjs';
import { anyDisplay } from './display.mjs';
import { launchEnvironment } from './launch.mjs';
import { installPackages } from './node-modules.mjs';
import { runScript, SetupError } from './processes.mjs';
import { setUp } from './setup.mjs';
import { loadTypeScript } from './typescript.mjs';

/**
 * `npm run crash -- --runs N [--app M] [--seed S]`: kills a program at work with kill -9, N times, at random moments of
 * commands, migration, rotation, backup and export, and looks after each kill for everything that was acknowledged
 * before it. M of the N kills, every tenth when nothing is said, take the whole app in its window; the others take the
 * register process alone. The same numbers wait the same times again; what the program has done by then is up to the
 * machine.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '50' },
      app: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    },
  });
  const runs = wholeNumber(values.runs, '--runs');
  const ofApp = wholeNumber(values.app ?? String(Math.floor(runs / 10)), '--app');
  const seed = wholeNumber(values.seed, '--seed');
  if (ofApp > runs) throw new SetupError('--app is a part of --runs and cannot be more.');
  const display = ofApp > 0 ? await prepareApp() : await prepareRegister();
  const folder = mkdtempSync(path.join(tmpdir(), 'vastaanotto-crash-'));
  console.log(`seed ${seed}`);
  const { crashProgram } = await loadTypeScript('test/support/crash/crash.ts');
  const kill = (what, count, start) =>
    crashProgram({ runs: count, seed, folder: path.join(folder, what), start, onRun: tellOf(what) });
  try {
    const done = await kill('register process', runs - ofApp);
    if (ofApp > 0) {
      const { appVictim } = await loadTypeScript('test/support/crash/app-victim.ts');
      done.push(...(await kill('app', ofApp, appVictim)));
    }
    return conclude(done, { folder, seed });
  } finally {
    display.stop();
  }
});

async function prepareRegister() {
  await installPackages();
  await buildAddon('@journeyapps/sqlcipher');
  return { stop: () => {} };
}

async function prepareApp() {
  const runtime = await setUp({ headless: true });
  await buildIfStale();
  const display = await anyDisplay();
  Object.assign(process.env, launchEnvironment(runtime), display.env);
  return display;
}

function conclude(done, { folder, seed }) {
  const lost = sum(done, 'lost');
  const troubled = done.filter(({ problems }) => problems.length > 0).length;
  if (lost > 0 || troubled > 0) console.error(`The registers stay in ${folder}`);
  else rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  const deeds = [...new Set(done.map(({ deed }) => deed))];
  const parts = deeds.map((deed) => {
    const ofDeed = done.filter((one) => one.deed === deed);
    return `${deed} ${ofDeed.filter(({ inTheMiddle }) => inTheMiddle).length} of ${ofDeed.length}`;
  });
  console.log(`killed in the middle of: ${parts.join(', ')}`);
  console.log(`seed ${seed}`);
  console.log(`runs ${done.length}, acknowledged ${sum(done, 'acknowledged')}, lost ${lost}`);
  return lost > 0 || troubled > 0 ? 1 : 0;
}

function wholeNumber(text, option) {
  if (!/^\d{1,10}$/.test(text)) throw new SetupError(`${option} takes a whole number.`);
  return Number(text);
}

function sum(runs, field) {
  return runs.reduce((total, run) => total + run[field], 0);
}

function tellOf(what) {
  return ({ run, deed, killedAfterMs, inTheMiddle, acknowledged, lost, problems }) => {
    const where = inTheMiddle ? 'in the middle of' : 'between two of';
    const trouble = problems.length > 0 ? `: ${problems.join('; ')}` : '';
    console.log(
      `${what} ${run + 1}, killed ${where} ${deed} after ${killedAfterMs} ms, acknowledged ${acknowledged}, lost ${lost}${trouble}`,
    );
  };
}
