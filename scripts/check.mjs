import './node-version.mjs';
import { runStages, staticChecks } from './checks.mjs';
import { runScript } from './processes.mjs';
import { runVitest } from './vitest.mjs';

/** `npm run check`: everything that needs no window, for the minutes before a commit. */
await runScript(async () => {
  const unitTests = { name: 'Unit and register tests', run: () => runVitest('vitest.config.ts') };
  return Math.min((await runStages([staticChecks, unitTests])).failed, 1);
});
