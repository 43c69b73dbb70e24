import { listAccounts } from '../vault/accounts.ts';
import { ownBox } from '../vault/own-box.ts';
import { type Call, checkedOutput, entryOf } from './call.ts';
import type { QueryContext } from './handlers.ts';
import type { Recorder } from './recorder.ts';
import { isNewLook, rememberLook, type Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/** Reads. What the contract wants in the log is durable before the data leaves. */
export async function runQuery(
  around: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
): Promise<unknown> {
  const { audit } = call.procedure;
  if (audit.log === 'burst') await recorder.bursts.begin(session, call.action);
  const context: QueryContext = {
    db: session.register.database.read,
    folder: session.register.place.folder,
    actor: session.actor,
    get own() {
      return ownBox(session.register.vault);
    },
    accounts: () => listAccounts(session.register.place, session.register.vault),
    now: around.clock.now(),
  };
  const output = checkedOutput(call, await call.handler(call.input, context));
  if (audit.log === 'burst') recorder.bursts.count(session, call.action, audit.count(output));
  if (audit.log === 'row') await recordLook(around, recorder, session, call, output);
  return output;
}

/** A screen that fetches the same open customer again adds no row. */
async function recordLook(
  { clock }: Surroundings,
  recorder: Recorder,
  session: Session,
  call: Call,
  output: unknown,
): Promise<void> {
  const { audit } = call.procedure;
  if (audit.log !== 'row') return;
  const deed = entryOf(call, 'done', output);
  const { customerId } = deed;
  const now = clock.monotonicMs();
  if (audit.repeat === 'while-open' && customerId !== undefined) {
    if (!isNewLook(session, call.action, customerId, now)) return;
  }
  await recorder.record(session, deed);
  if (customerId !== undefined) rememberLook(session, call.action, customerId, now);
}
