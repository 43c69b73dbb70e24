import { join } from 'node:path';
import { makeBareApp } from './bare-app.ts';
import { pageOfHitsRow } from './bridge-row.ts';
import { firstPaintRows } from './first-paint-row.ts';
import { keystrokeRow } from './keystroke-row.ts';
import type { Row } from './measure.ts';
import { memoryRows } from './memory-row.ts';
import { reportGapRow } from './report-gap-row.ts';
import { anyCustomer, showCard, signedInWindow } from './signed-in-window.ts';

/**
 * What only the built app in a real window can show. Needs a display and `ELECTRON_EXEC_PATH`.
 * @param dataDir the app's data folder: the register lies in its folder `register`
 */
export async function* windowRows(dataDir: string): AsyncGenerator<Row> {
  const bareApp = await makeBareApp(join(dataDir, 'bare'));
  const bareData = join(dataDir, 'bare-data');
  yield* firstPaintRows({ dataDir, bareApp, bareData });
  const launched = await signedInWindow(dataDir);
  try {
    yield await pageOfHitsRow(launched.page);
    yield await keystrokeRow(launched.page);
    const customerId = await anyCustomer(launched.page);
    await showCard(launched.page, customerId);
    yield* memoryRows(launched, bareApp, bareData);
    yield await reportGapRow(launched, customerId);
  } finally {
    await launched.close();
  }
}
