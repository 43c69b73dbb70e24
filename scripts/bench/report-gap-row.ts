import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchedApp } from '#test/support/app.ts';
import { atMostMs, quantile, type Row, row } from './measure.ts';
import { bridgeValue } from './signed-in-window.ts';

const rounds = 7;

/** How long main, which moves the windows and every call, cannot answer at its worst while a report is made. */
export async function reportGapRow({ app, page, dataDir }: LaunchedApp, customerId: string): Promise<Row> {
  const file = join(dataDir, 'report.zip');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  const gaps = { ours: [] as number[], reference: [] as number[] };
  // The first report loads fonts and opens the first hidden window, and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    const ours = await longestGap(app, () => exported(page, customerId));
    const took = performance.now() - start;
    const reference = await longestGap(app, () => new Promise((over) => setTimeout(over, took)));
    await rm(file);
    if (round === 0) continue;
    gaps.ours.push(ours);
    gaps.reference.push(reference);
  }
  return row(
    `longest gap of the main process's event loop during a report, median of ${rounds}`,
    {
      ours: quantile(gaps.ours, 0.5),
      reference: quantile(gaps.reference, 0.5),
      against: 'the same time without work',
    },
    atMostMs(20),
  );
}

async function exported(page: LaunchedApp['page'], customerId: string): Promise<void> {
  const value = await bridgeValue(page, 'reports', 'exportCustomer', { customerId });
  const { outcome } = value as { outcome: string };
  if (outcome !== 'saved') throw new Error(`the report was ${outcome}`);
}

/** @returns milliseconds between two turns of main's event loop at the most, measured in main itself */
async function longestGap(app: LaunchedApp['app'], work: () => Promise<unknown>): Promise<number> {
  const monitor = await app.evaluateHandle(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    histogram.enable();
    return histogram;
  });
  await work();
  const nanoseconds = await monitor.evaluate((histogram) => {
    histogram.disable();
    return histogram.max;
  });
  await monitor.dispose();
  return nanoseconds / 1e6;
}
