import { AppError } from '#shared/rpc/fault.ts';
import { type Call, checkedOutput, entryOf } from './call.ts';
import type { AuditDetails, TaskContext } from './handlers.ts';
import type { Recorder } from './recorder.ts';
import { replaceRegister, type Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/** Long work. It is logged when it starts and when it ends, so that one that was killed still shows. */
export async function runTask(
  around: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
  signal: AbortSignal,
): Promise<unknown> {
  const isLogged = call.procedure.audit.log === 'row';
  let details: AuditDetails = {};
  const context: TaskContext = {
    get register() {
      return session.register;
    },
    actor: session.actor,
    clock: around.clock,
    host: around.hostFor(call.clientId),
    signal,
    newId: around.newId,
    progress: (stage, done, total) =>
      around.onProgress(call.clientId, { requestId: call.requestId, stage, done, total }),
    detail: (more) => {
      details = { ...details, ...more };
    },
    replaceRegister: (register) => replaceRegister(session, register),
  };
  try {
    if (isLogged) await recorder.record(session, entryOf(call, 'started', undefined));
    const output = checkedOutput(call, await call.handler(call.input, context));
    if (isLogged) await recorder.record(session, entryOf(call, 'done', output, details));
    return output;
  } catch (error) {
    const outcome = signal.aborted ? 'cancelled' : 'failed';
    if (isLogged) await recorder.record(session, entryOf(call, outcome, undefined, details));
    throw signal.aborted ? new AppError({ kind: 'cancelled' }) : error;
  }
}
