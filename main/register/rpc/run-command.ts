import { ownBox } from '../vault/own-box.ts';
import { earlierAnswer, keepAnswer } from './answers.ts';
import { type Call, checkedOutput, entryOf, otherCustomerOf } from './call.ts';
import { endDraft } from './ended-drafts.ts';
import type { AuditDetails, CommandContext } from './handlers.ts';
import type { Recorder } from './recorder.ts';
import { refuseRestricted } from './restriction.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * One transaction holds the deed, its audit event, its answer and the end of the form's draft; a repeated request gets
 * that answer.
 */
export async function runCommand(
  { clock, newId, onSession }: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
): Promise<unknown> {
  await recorder.bursts.endOf(session);
  const { actor } = session;
  const asked = { requestId: call.requestId, actor, procedure: call.action, input: call.input };
  let idleMinutes: number | undefined;
  const answer = await session.register.database.write(async (tx) => {
    const { isRepeatable } = call.procedure;
    const earlier = isRepeatable ? null : await earlierAnswer(tx, asked);
    if (earlier) return earlier.value;
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
    if (!isRepeatable) await keepAnswer(tx, asked, output, now);
    return output;
  });
  if (idleMinutes !== undefined) {
    onSession(call.clientId, { userId: actor.id, name: actor.name, idleMinutes });
  }
  return answer;
}
