import './node-version.mjs';
import { buildIfStale } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { runApp } from './launch.mjs';
import { runScript, SetupError } from './processes.mjs';
import { setUp } from './setup.mjs';

const noDisplay = `There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Type npm start in a terminal on the computer's own desktop, or over ssh -X.
To try the app without a screen, npm test runs it on a virtual display.`;

/** `npm start [-- ARGUMENTS OF THE APP]`: sets up, builds and opens the app. */
await runScript(async () => {
  if (!hasDisplay()) throw new SetupError(noDisplay);
  const runtime = await setUp();
  await buildIfStale();
  return runApp(runtime, process.argv.slice(2));
});
