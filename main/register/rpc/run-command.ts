import { AppError } from '#shared/rpc/fault.ts';
import type { Queries } from '../database/database.ts';
import { ownBox } from '../vault/own-box.ts';
import { type AskedCommand, earlierAnswer, keepAnswer } from './answers.ts';
import { type Call, checkedOutput, entryOf, otherCustomerOf } from './call.ts';
import { endDraft } from './ended-drafts.ts';
import type { AuditDetails, CommandContext } from './handlers.ts';
import type { Recorder } from './recorder.ts';
import { refuseRestricted } from './restriction.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * One transaction holds the deed, its audit event, its answer and the end of the form's draft. A repeated request gets
 * that answer: the request keeps its answer as the last thing that it does, so a repeat fails there at the latest, is
 * rolled back, and only then, as that is rare, is the answer looked up.
 */
export async function runCommand(
  around: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
): Promise<unknown> {
  await recorder.bursts.endOf(session);
  const { actor, register } = session;
  const asked = { requestId: call.requestId, actor, procedure: call.action, input: call.input };
  try {
    return await doCommand(around, recorder, session, call, asked);
  } catch (error) {
    const earlier = call.procedure.isRepeatable
      ? null
      : await afterFault(error, register.database.read, asked);
    if (earlier) return earlier.value;
    throw error;
  }
}

/** What cannot be looked up changes nothing: then the first fault is told. */
async function afterFault(fault: unknown, db: Queries, asked: AskedCommand) {
  try {
    return await earlierAnswer(db, asked);
  } catch (error) {
    throw error instanceof AppError ? error : fault;
  }
}

async function doCommand(
  { clock, newId, onSession }: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
  asked: AskedCommand,
): Promise<unknown> {
  const { actor } = session;
  let idleMinutes: number | undefined;
  const answer = await session.register.database.write(async (tx) => {
    const now = clock.now();
    let details: AuditDetails = {};
    const context: CommandContext = {
      tx,
      actor,
      get own() {
        return ownBox(session.register.vault);
      },
      now,
      newId,
      detail: (more) => {
        details = { ...details, ...more };
      },
      lockWhenIdleFor: (minutes) => {
        idleMinutes = minutes;
      },
    };
    await refuseRestricted(tx, call.procedure, entryOf(call, 'done', undefined).customerId, call.relatesTo);
    const output = checkedOutput(call, await call.handler(call.input, context));
    const deed = entryOf(
      call,
      'done',
      output,
      call.relatesTo ? { ...details, relatesTo: call.relatesTo } : details,
    );
    // Once more: some commands know their customer only from what they did.
    await refuseRestricted(tx, call.procedure, deed.customerId, call.relatesTo);
    if (call.procedure.audit.log === 'row') await recorder.write(tx, { actor, ...deed });
    const other = otherCustomerOf(call);
    if (other !== undefined) {
      await refuseRestricted(tx, call.procedure, other, call.relatesTo);
      await recorder.write(tx, { actor, ...deed, customerId: other });
    }
    if (call.draftId !== undefined) await endDraft(tx, actor.id, call.draftId, now);
    if (!call.procedure.isRepeatable) await keepAnswer(tx, asked, output, now);
    return output;
  });
  if (idleMinutes !== undefined) {
    onSession(call.clientId, { userId: actor.id, name: actor.name, idleMinutes });
  }
  return answer;
}
