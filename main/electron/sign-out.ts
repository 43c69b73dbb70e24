import { uuidv7 } from 'uuidv7';
import type { BackupFailure } from '#shared/desktop.ts';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import type { CallRequest } from '#shared/rpc/bridge.ts';
import type { Fault, Reply } from '#shared/rpc/fault.ts';
import { readReply } from '#shared/rpc/reply-text.ts';
import type { Door } from './door.ts';
import type { RegisterKeeper } from './register-keeper.ts';

/**
 * Makes the backup and closes the register. A backup that fails keeps nobody at work: the door opens all the
 * same and tells what went wrong. Returns the failure, if any.
 */
export async function signOut(door: Door, register: RegisterKeeper): Promise<BackupFailure | null> {
  const request: CallRequest = { requestId: uuidv7(), feature: 'backup', name: 'run', input: {} };
  const failure = backupFailure(readReply(await register.call(door.clientId, request)));
  await door.close('signed-out', failure);
  return failure;
}

function backupFailure(reply: Reply<unknown>): BackupFailure | null {
  if (!reply.ok) return reasonOfFault(reply.fault);
  return (reply.value as BackupStatus).failure?.reason ?? null;
}

function reasonOfFault(fault: Fault): BackupFailure {
  if (fault.kind === 'storage-full') return 'full';
  if (fault.kind === 'cancelled') return 'stopped';
  if (fault.kind !== 'rule-broken') return 'other';
  if (fault.rule === 'backup-place-missing') return 'place-missing';
  if (fault.rule === 'backup-place-unwritable') return 'unwritable';
  return fault.rule === 'backup-unverified' ? 'unverified' : 'other';
}
