import './node-version.mjs';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { anyDisplay } from './display.mjs';
import { launchEnvironment } from './launch.mjs';
import { runScript, SetupError } from './processes.mjs';
import { setUp } from './setup.mjs';
import { loadTypeScript } from './typescript.mjs';

/**
 * `npm run tour -- --out DIR`: goes through the main job in the real app with the keyboard alone, on a virtual
 * display where there is no other, and leaves pictures, times, the exported report and the register in DIR.
 */
await runScript(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new SetupError('Name the folder for the results: npm run tour -- --out DIR');
  const runtime = await setUp({ headless: true });
  await buildIfStale();
  const display = await anyDisplay();
  Object.assign(process.env, launchEnvironment(runtime), display.env);
  try {
    const { tour } = await loadTypeScript('scripts/tour/tour.ts');
    await tour(values.out).catch((error) => {
      throw new SetupError(`The tour stopped: ${error.message}`);
    });
    console.log(`The tour is done: see ${values.out}.`);
    return 0;
  } finally {
    display.stop();
  }
});
