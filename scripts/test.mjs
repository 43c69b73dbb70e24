import './node-version.mjs';
import { runStages, staticChecks } from './checks.mjs';
import { runEndToEndTests } from './e2e.mjs';
import { runScript } from './processes.mjs';
import { setUp } from './setup.mjs';
import { runVitest } from './vitest.mjs';

/** `npm test`: sets up, checks and tests everything; the last line counts the test cases. */
let total = { passed: 0, failed: 1 };
await runScript(async () => {
  const runtime = await setUp({ headless: true });
  total = await runStages([
    staticChecks,
    { name: 'Unit and register tests', run: () => runVitest('vitest.config.ts') },
    { name: 'End-to-end tests', run: () => runEndToEndTests(runtime) },
  ]);
  return Math.min(total.failed, 1);
});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
