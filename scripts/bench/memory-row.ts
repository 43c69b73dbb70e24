import { setTimeout as pause } from 'node:timers/promises';
import { type LaunchedApp, launchApp } from '#test/support/app.ts';
import { atMostTimes, type Row, row } from './measure.ts';

/** Long enough for what starting left behind to be collected. */
const idleMs = 10_000;

/** @param launched the app with a card open */
export async function memoryRow(launched: LaunchedApp, bareApp: string, bareData: string): Promise<Row> {
  const bare = await launchApp({ appFolder: bareApp, dataDir: bareData });
  try {
    await pause(idleMs);
    return row(
      'memory of all processes with a card open (sum of working sets)',
      {
        ours: await workingSets(launched),
        reference: await workingSets(bare),
        against: 'a bare Electron window with a static page',
        unit: 'MiB',
      },
      atMostTimes(1.3),
    );
  } finally {
    await bare.close();
  }
}

/** Pages that processes share are counted in each of them, on both sides. */
function workingSets({ app }: LaunchedApp): Promise<number> {
  return app.evaluate(
    ({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024,
  );
}
