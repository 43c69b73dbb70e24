import './node-version.mjs';
import { buildIfStale } from './build.mjs';
import { demandDisplay } from './display.mjs';
import { runApp } from './launch.mjs';
import { runScript } from './processes.mjs';
import { setUp } from './setup.mjs';

/** `npm start [-- ARGUMENTS OF THE APP]`: sets up, builds and opens the app. */
await runScript(async () => {
  demandDisplay();
  const runtime = await setUp();
  await buildIfStale();
  return runApp(runtime, process.argv.slice(2));
});
