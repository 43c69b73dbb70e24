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
 * `npm run damage -- --cases N [--seed S]`: flips bits in a register's database, log and vault, zeroes parts of them and
 * cuts them, N times, and says what a sign-in then shows: a clear fault, the correct data, an earlier state of them,
 * or something wrong. The same seed damages the same places again, in a register made anew.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    },
  });
  const cases = wholeNumber(values.cases, '--cases');
  const seed = wholeNumber(values.seed, '--seed');
  await installPackages();
  await buildAddon('@journeyapps/sqlcipher');
  const folder = mkdtempSync(path.join(tmpdir(), 'vastaanotto-damage-'));
  console.log(`seed ${seed}`);
  const { damageRegister } = await loadTypeScript('test/support/damaged-files/damage-cases.ts');
  const done = await damageRegister({ cases, seed, folder, onCase: tell });
  const count = (verdict) => done.filter((one) => one.verdict === verdict).length;
  const reported = done.filter(({ isReported }) => isReported).length;
  if (count('wrong') > 0) console.error(`What is wrong stays in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  console.log(`of the earlier states, ${reported} are reported because a signed head is missing`);
  console.log(`seed ${seed}`);
  console.log(
    `cases ${done.length}, clear ${count('clear')}, correct ${count('correct')}, earlier ${count('earlier')}, wrong ${count('wrong')}`,
  );
  return count('wrong') > 0 ? 1 : 0;
});

function wholeNumber(text, option) {
  if (!/^\d{1,10}$/.test(text)) throw new SetupError(`${option} takes a whole number.`);
  return Number(text);
}

function tell({ number, target, damage, verdict, problem }) {
  if (verdict === 'wrong') console.error(`${number + 1} ${target}, ${damage}: wrong, ${problem}`);
  else if ((number + 1) % 50 === 0) console.log(`${number + 1} cases`);
}
