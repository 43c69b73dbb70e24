import type { HostCall, HostReply } from '#shared/rpc/host.ts';
import type { Dialogs } from './dialogs.ts';
import type { Log } from './logging.ts';
import type { Printer } from './printing.ts';

interface Parts {
  dialogs: Dialogs;
  printer: Printer;
  log: Log;
  /** False for work whose person has left: nothing may open a dialog over the closed door. */
  isPresent(clientId: string): boolean;
}

/** Serves what the register process asks of the program around it. Never throws. */
export async function serveHostCall(parts: Parts, clientId: string, call: HostCall): Promise<HostReply> {
  if (opensDialog(call) && !parts.isPresent(clientId)) return { ok: false, reason: 'gone' };
  try {
    return { ok: true, value: await serve(parts, call) };
  } catch (error) {
    parts.log.unexpected(`host call ${call.method}`, error);
    return { ok: false, reason: isFull(error) ? 'storage-full' : 'failed' };
  }
}

function serve({ dialogs, printer }: Parts, call: HostCall): Promise<unknown> {
  switch (call.method) {
    case 'printToPdf':
      return printer.toPdf(...call.args);
    case 'printOnPaper':
      return printer.onPaper(...call.args);
    case 'chooseSaveTarget':
      return dialogs.chooseSaveTarget(...call.args);
    case 'writeFile':
      return dialogs.writeFile(...call.args);
    case 'chooseFolder':
      return dialogs.chooseFolder();
  }
}

function opensDialog({ method }: HostCall): boolean {
  return method !== 'printToPdf' && method !== 'writeFile';
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
