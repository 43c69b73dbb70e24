import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CallRequest, channels } from '#shared/rpc/bridge.ts';
import { type ReplyText, writeReply } from '#shared/rpc/reply-text.ts';
import { checkRequest, requestIdSchema } from './call-request.ts';
import type { Log } from './logging.ts';
import type { Page } from './page.ts';

/** Answers a request that has passed every check of the bridge. */
export interface Served {
  call(request: CallRequest): Promise<ReplyText>;
  cancel(requestId: string): void;
}

/** The two channels that the page can reach. Who calls is known from the window, never from the message. */
export function serveBridge(page: Page, log: Log, served: Served): void {
  ipcMain.handle(channels.call, async (event, request: unknown): Promise<ReplyText> => {
    if (!isFrom(page, event)) return writeReply({ ok: false, fault: { kind: 'forbidden' } });
    const checked = checkRequest(request);
    if (checked === null) return writeReply({ ok: false, fault: { kind: 'invalid-input', fields: {} } });
    return served.call(checked).catch((error: unknown) => {
      const reference = log.unexpected(`${checked.feature}.${checked.name}`, error);
      return writeReply({ ok: false, fault: { kind: 'unexpected', reference } });
    });
  });
  ipcMain.on(channels.cancel, (event, requestId: unknown) => {
    const checked = requestIdSchema.safeParse(requestId);
    if (isFrom(page, event) && checked.success) served.cancel(checked.data);
  });
}

function isFrom(page: Page, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return page.isSender(event.sender, event.senderFrame);
}
