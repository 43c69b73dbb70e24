import './node-version.mjs';
import { inspect, parseArgs } from 'node:util';
import { buildAddon } from './addons.mjs';
import { installPackages } from './node-modules.mjs';
import { runScript, SetupError } from './processes.mjs';

import { loadTypeScript } from './typescript.mjs';

/**
 * `npm run fuzz -- --inputs N [--seed S] [--only FEATURE[.PROCEDURE]]`: gives every procedure of the contract N inputs
 * of every kind, as each role, on a real register, and looks at the answers and at the register afterwards. The same
 * seed tries the same inputs again.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      only: { type: 'string' },
    },
  });
  const inputs = wholeNumber(values.inputs, '--inputs');
  const seed = wholeNumber(values.seed, '--seed');
  await installPackages();
  await buildAddon('@journeyapps/sqlcipher');
  let crashes = 0;
  const crashed = (error) => {
    crashes += 1;
    console.error('Nobody caught this:', error);
  };
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  console.log(`seed ${seed}`);
  const { fuzzAll } = await loadTypeScript('scripts/fuzz/fuzz.ts');
  const total = await fuzzAll({ inputs, seed, only: values.only, onFailure: show, onProcedure: tell });
  if (total.procedures === 0) throw new SetupError(`There is no procedure ${values.only}.`);
  const failures = total.failures + crashes;
  if (total.neverServed.length > 0) console.log(`never served: ${total.neverServed.join(', ')}`);
  console.log(`seed ${seed}`);
  console.log(`procedures ${total.procedures}, inputs ${total.inputs}, failures ${failures}`);
  return failures > 0 ? 1 : 0;
});

function wholeNumber(text, option) {
  if (!/^\d{1,10}$/.test(text)) throw new SetupError(`${option} takes a whole number.`);
  return Number(text);
}

function tell(action, served) {
  console.log(`${action}: ${served} served`);
}

function show({ action, problem, who, input }) {
  console.error(`${action}${who ? ` as ${who}` : ''}: ${problem}`);
  if (who) console.error(`  ${inspect(input, { depth: 6, maxStringLength: 200, breakLength: 110 })}`);
}
