import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type LaunchedApp, launchApp } from '#test/support/app.ts';
import { atMostTimes, type Row, row } from './measure.ts';

/** Long enough for what starting left behind to be collected. */
const idleMs = 10_000;

/**
 * Two sums over all processes. Working sets count a page that processes share in each of them. Proportional set sizes
 * count it once, divided among those that have it; only Linux tells them.
 * @param launched the app with a card open
 */
export async function* memoryRows(
  launched: LaunchedApp,
  bareApp: string,
  bareData: string,
): AsyncGenerator<Row> {
  const bare = await launchApp({ appFolder: bareApp, dataDir: bareData });
  try {
    await pause(idleMs);
    yield compared('sum of working sets', await workingSets(launched), await workingSets(bare));
    if (!existsSync('/proc/self/smaps_rollup')) return;
    yield compared('sum of proportional sizes', await proportional(launched), await proportional(bare));
  } finally {
    await bare.close();
  }
}

function compared(what: string, ours: number, reference: number): Row {
  return row(
    `memory of all processes with a card open (${what})`,
    { ours, reference, against: 'a bare Electron window with a static page', unit: 'MiB' },
    atMostTimes(1.3),
  );
}

function workingSets({ app }: LaunchedApp): Promise<number> {
  return app.evaluate(
    ({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024,
  );
}

/** The helpers that Chromium forks its processes from are not in its metrics and are left out on both sides. */
async function proportional({ app }: LaunchedApp): Promise<number> {
  const pids = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const sizes = pids.map((pid) => {
    const [, kib] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kib);
  });
  return sizes.reduce((sum, kib) => sum + kib, 0) / 1024;
}
