import type { ElectronApplication, Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import type { Reply } from '#shared/rpc/fault.ts';
import { callBridge } from './bridge.ts';
import { ainoMallikas } from './customers.ts';

/** Answers the next save dialogs of the system with this path; null is Cancel. */
export function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}

/** Registers a fictional customer and starts the export of her report. */
export async function exportReport(page: Page): Promise<{ reply: Promise<Reply<unknown>> }> {
  const id = uuidv7();
  const registered = await callBridge(page, 'customers', 'register', {
    id,
    form: ainoMallikas,
    consents: [],
  });
  if (!registered.ok) throw new Error(registered.fault.kind);
  const reply = callBridge(page, 'reports', 'exportCustomer', { customerId: id });
  return { reply };
}
