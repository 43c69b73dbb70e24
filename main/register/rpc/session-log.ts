import type { DoorReason } from '#shared/rpc/bridge.ts';
import type { ChainHead } from '../audit-chain/chain.ts';
import type { Queries } from '../database/database.ts';
import type { OpenRegister } from '../open-register.ts';
import { recordHead, signHead, type TrustedHead } from '../vault/audit-heads.ts';
import type { FailedTry } from '../vault/door.ts';
import type { SignedHead } from '../vault/signed-heads.ts';
import { trustedContent } from '../vault/trusted.ts';
import type { VaultContent } from '../vault/vault-content.ts';
import { forgetOldAnswers } from './answers.ts';
import { appendRow } from './audit-writer.ts';
import { forgetOldDrafts } from './ended-drafts.ts';
import { faultOf } from './faults.ts';
import { insertHead, knownEvents } from './log-store.ts';
import { headId, headMissing, missingHeads } from './missing-heads.ts';
import type { Deed, Recorder } from './recorder.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * What a sign-in leaves before anything is answered, in one transaction: the tries that failed at the door, the
 * sign-in itself, signed heads that the log has lost, and the person's signature of the head.
 */
export async function recordSignIn(
  around: Surroundings,
  recorder: Recorder,
  session: Session,
  deed: Deed,
): Promise<void> {
  const { register, actor } = session;
  const { clock, place } = around;
  const content = await trustedContent(register.place, register.vault);
  const missing = await missingHeads(register.database.read, content);
  await tellManagers(around, register, missing);
  const tries = await place.door.failedTries();
  const head = await register.database.write(async (tx) => {
    await forgetOldAnswers(tx, clock.now());
    await forgetOldDrafts(tx, clock.now());
    await copyFailedTries(tx, tries, content, around.workstation);
    let newest = await recorder.write(tx, { actor, ...deed });
    for (const lost of missing) newest = await recorder.write(tx, { actor, ...deedOfLost(lost) });
    return signInLog(tx, around, register, newest, missing);
  });
  await place.door.handOver(tries.map(({ id }) => id));
  await keepInVault(around, register, head);
}

/** What the end of a session leaves: why it ended, and the person's signature of the head. */
export async function recordEnd(
  around: Surroundings,
  recorder: Recorder,
  session: Session,
  reason: DoorReason,
): Promise<void> {
  const { register, actor } = session;
  const action = reason === 'signed-out' ? 'auth.signOut' : 'auth.lock';
  const head = await register.database.write(async (tx) => {
    const newest = await recorder.write(tx, { actor, action, outcome: 'done', details: { reason } });
    return signInLog(tx, around, register, newest);
  });
  await keepInVault(around, register, head);
}

/** @param others lost heads: kept, so that every verification from now on tells of them too */
async function signInLog(
  tx: Queries,
  { clock }: Surroundings,
  { vault }: OpenRegister,
  newest: ChainHead,
  others: readonly SignedHead[] = [],
): Promise<SignedHead> {
  const head = signHead(vault, { ...newest, at: clock.now() });
  for (const { userId, sequence, hash, at, signature } of [...others, head])
    await insertHead(tx, { user_id: userId, sequence, hash, at, signature });
  return head;
}

/** The database has the head already: a vault that cannot be written keeps nobody at the door, or in. */
async function keepInVault(
  { newId, log }: Surroundings,
  { place, vault }: OpenRegister,
  head: SignedHead,
): Promise<void> {
  await recordHead(place, vault, head).catch((error: unknown) => faultOf(error, newId(), log));
}

async function tellManagers(
  { notify, clock, newId }: Surroundings,
  register: OpenRegister,
  missing: readonly TrustedHead[],
): Promise<void> {
  for (const { name, sequence, at } of missing) {
    const facts = { signer: name, sequence, at };
    await notify(
      register,
      { kind: 'audit-head-missing', facts, to: 'managers' },
      { now: clock.now(), newId },
    );
  }
}

function deedOfLost(head: TrustedHead): Deed {
  const { name, sequence, hash, at, signature } = head;
  return {
    action: headMissing,
    outcome: 'done',
    entity: { type: 'audit-head', id: headId(head) },
    details: { signer: name, sequence, hash, at, signature },
  };
}

/**
 * Tries at the door have no process whose clock could be compared: their rows say so by the boot id `door`. The id of
 * the try is the id of its row, so that a try that was copied before a kill is not copied again.
 */
async function copyFailedTries(
  tx: Queries,
  tries: readonly FailedTry[],
  { roster }: VaultContent,
  workstation: string,
): Promise<void> {
  const known = await knownEvents(
    tx,
    tries.map(({ id }) => id),
  );
  for (const { id, at, userId } of tries.filter((one) => !known.has(one.id))) {
    const person = roster.body.users.find((user) => user.id === userId);
    const actor = { id: person?.id ?? null, name: person?.name ?? '', roles: [] };
    const origin = { id, at, monotonic_ms: 0, boot_id: 'door', workstation };
    await appendRow(tx, origin, { actor, action: 'auth.unlock', outcome: 'failed' });
  }
}
