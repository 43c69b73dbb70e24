import './node-version.mjs';
import { runStages, staticStages } from './checks.mjs';
import { runScript } from './processes.mjs';
import { runVitest } from './vitest.mjs';

/** `npm run check`: everything that needs no window, for the minutes before a commit. */
await runScript(async () => {
  const unitTests = { name: 'Unit and register tests', run: () => runVitest('vitest.config.ts') };
  return Math.min((await runStages([...staticStages, unitTests])).failed, 1);
});
