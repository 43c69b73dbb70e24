import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchArguments } from '#test/support/app.ts';
import { atMostTimes, quantile, type Row, row } from './measure.ts';

const starts = 7;
const limitMs = 60_000;

/**
 * Loaded before the app, the same for both: prints when the first window had painted its first content, and when its
 * heading was painted. The login has its heading only when people can be chosen and passwords typed.
 */
const probe = `const { app } = require('electron');
const wait = \`Promise.all([
  new Promise((seen) => {
    const observer = new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) seen(performance.timeOrigin + entry.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  }),
  new Promise((seen) => {
    const painted = () => seen(performance.timeOrigin + performance.now());
    const look = () => {
      if (document.querySelector('h1') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(painted));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  }),
])\`;
app.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    const [first, whole] = await window.webContents.executeJavaScript(wait);
    console.log('first paint at ' + first + ', whole at ' + whole);
  });
});
`;

interface Times {
  readonly first: number;
  readonly whole: number;
}

interface Places {
  /** The data folder whose `register/` the login opens. */
  readonly dataDir: string;
  readonly bareApp: string;
  readonly bareData: string;
}

/**
 * From starting the program to the first content on its window (the cover of the closed door) and to the login that can
 * be typed in, without Playwright, in turns.
 */
export async function* firstPaintRows({ dataDir, bareApp, bareData }: Places): AsyncGenerator<Row> {
  const probeFile = join(bareApp, 'probe.cjs');
  await writeFile(probeFile, probe);
  const times = { ours: [] as Times[], reference: [] as Times[] };
  // The first start of either reads its files from the disk and does not count.
  for (let start = 0; start <= starts; start += 1) {
    const ours = await paintTimes(probeFile, launchArguments(dataDir));
    const reference = await paintTimes(probeFile, launchArguments(bareData, { appFolder: bareApp }));
    if (start === 0) continue;
    times.ours.push(ours);
    times.reference.push(reference);
  }
  const compared = (what: keyof Times) => ({
    ours: quantile(
      times.ours.map((time) => time[what]),
      0.5,
    ),
    reference: quantile(
      times.reference.map((time) => time[what]),
      0.5,
    ),
    against: 'a bare Electron window with a static page',
  });
  yield row(
    `from start to first paint of the login, median of ${starts}`,
    compared('first'),
    atMostTimes(1.15),
  );
  yield row(
    `from start to a login that can be typed in, median of ${starts}`,
    compared('whole'),
    atMostTimes(1.5),
  );
}

/** @returns milliseconds from the start of the process */
async function paintTimes(probeFile: string, args: readonly string[]): Promise<Times> {
  const program = process.env.ELECTRON_EXEC_PATH;
  if (!program) throw new Error('ELECTRON_EXEC_PATH does not name an Electron');
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(program, ['-r', probeFile, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  try {
    const { first, whole } = await printedTimes(child);
    return { first: first - startedAt, whole: whole - startedAt };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

function printedTimes(child: ChildProcess): Promise<Times> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`no first paint: ${why}`));
    const timer = setTimeout(() => fail('no answer'), limitMs);
    let printed = '';
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => fail('the program ended'));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const [, first, whole] = /first paint at ([\d.]+), whole at ([\d.]+)\n/.exec(printed) ?? [];
      if (first === undefined || whole === undefined) return;
      clearTimeout(timer);
      resolve({ first: Number(first), whole: Number(whole) });
    });
  });
}
