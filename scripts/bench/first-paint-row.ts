import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchArguments } from '#test/support/app.ts';
import { atMostTimes, quantile, type Row, row } from './measure.ts';

const starts = 7;
const limitMs = 60_000;

/** Loaded before the app, the same for both: prints when the first window had painted its first content. */
const probe = `const { app } = require('electron');
const wait = \`new Promise((seen) => {
  const observer = new PerformanceObserver((list) => {
    const entry = list.getEntriesByName('first-contentful-paint')[0];
    if (entry) seen(performance.timeOrigin + entry.startTime);
  });
  observer.observe({ type: 'paint', buffered: true });
})\`;
app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    console.log('first paint at ' + (await window.webContents.executeJavaScript(wait)));
  });
});
`;

interface Places {
  /** The data folder whose `register/` the login opens. */
  readonly dataDir: string;
  readonly bareApp: string;
  readonly bareData: string;
}

/** From starting the program to the first content on its window, without Playwright, in turns. */
export async function firstPaintRow({ dataDir, bareApp, bareData }: Places): Promise<Row> {
  const probeFile = join(bareApp, 'probe.cjs');
  await writeFile(probeFile, probe);
  const times = { ours: [] as number[], reference: [] as number[] };
  // The first start of either reads its files from the disk and does not count.
  for (let start = 0; start <= starts; start += 1) {
    const ours = await firstPaint(probeFile, launchArguments(dataDir));
    const reference = await firstPaint(probeFile, launchArguments(bareData, { appFolder: bareApp }));
    if (start === 0) continue;
    times.ours.push(ours);
    times.reference.push(reference);
  }
  return row(
    `from start to first paint of the login, median of ${starts}`,
    {
      ours: quantile(times.ours, 0.5),
      reference: quantile(times.reference, 0.5),
      against: 'a bare Electron window with a static page',
    },
    atMostTimes(1.15),
  );
}

/** @returns milliseconds from the start of the process */
async function firstPaint(probeFile: string, args: readonly string[]): Promise<number> {
  const program = process.env.ELECTRON_EXEC_PATH;
  if (!program) throw new Error('ELECTRON_EXEC_PATH does not name an Electron');
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(program, ['-r', probeFile, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  try {
    return (await printedTime(child)) - startedAt;
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

function printedTime(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`no first paint: ${why}`));
    const timer = setTimeout(() => fail('no answer'), limitMs);
    let printed = '';
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('the program ended'));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const [, time] = /first paint at ([\d.]+)\n/.exec(printed) ?? [];
      if (time === undefined) return;
      clearTimeout(timer);
      resolve(Number(time));
    });
  });
}
