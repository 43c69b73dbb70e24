import type { AuditFinding, AuditVerification } from '#shared/features/audit/verification.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { trustedContent } from '../../vault/trusted.ts';
import { countHeads, countRows } from './chain-store.ts';
import { type CheckedHeads, checkHeads } from './checked-heads.ts';
import { walkLog } from './walk-log.ts';

const mostShown = 200;

/** Checks every signature and walks through the whole log, on the connection for long reads. */
export async function verifyLog({ register, signal, progress }: TaskContext): Promise<AuditVerification> {
  const { place, vault, database } = register;
  const total = (await countRows(database.long)) + (await countHeads(database.long));
  let done = 0;
  const advance = (count: number) => {
    signal.throwIfAborted();
    done += count;
    progress('verifying', Math.min(done, total), total);
  };
  const heads = await checkHeads(database.long, await trustedContent(place, vault), advance);
  const walk = await walkLog(database.long, { chainId: vault.vaultId, heads: heads.good, onPage: advance });
  const findings = [...walk.findings, ...forgedHeads(heads)].sort((a, b) => a.sequence - b.sequence);
  return {
    rows: walk.rows,
    erased: walk.erased,
    findings: findings.slice(0, mostShown),
    moreFindings: Math.max(0, findings.length - mostShown),
    resumed: walk.resumed.slice(0, mostShown),
    isWhole: walk.isWhole,
    signed: newestOfEach(heads),
  };
}

function forgedHeads({ forged, nameOf }: CheckedHeads): AuditFinding[] {
  return forged.map(({ sequence, userId }) => ({ kind: 'head-forged', sequence, name: nameOf(userId) }));
}

function newestOfEach({ good, nameOf }: CheckedHeads): AuditVerification['signed'] {
  const newest = new Map<string, { name: string; sequence: number; at: string }>();
  for (const { userId, sequence, at } of good) {
    const known = newest.get(userId)?.sequence ?? 0;
    if (sequence > known) newest.set(userId, { name: nameOf(userId), sequence, at });
  }
  return [...newest.values()].sort((a, b) => b.sequence - a.sequence);
}
