import type { Account } from '#shared/features/accounts/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { Account as VaultAccount } from '../../vault/accounts.ts';
import { readCommitments } from './store.ts';

/** What the log knows of accounts. */
export interface SignInPorts {
  signInsOf(
    db: Queries,
    userId: string,
    limit: number,
  ): Promise<{ sequence: number; at: string; workstation: string | null }[]>;
  failedTries(db: Queries, userId: string, afterSequence: number): Promise<string[]>;
  latestAbout(
    db: Queries,
    action: string,
  ): Promise<Map<string, { at: string; actorId: string | null; actorName: string }>>;
}

/** Everybody's account, from the vault's roster, the log and the commitments; in the roster's order. */
export async function describeAccounts(
  ports: SignInPorts,
  db: Queries,
  roster: readonly VaultAccount[],
): Promise<Account[]> {
  const commitments = await readCommitments(db);
  const added = await ports.latestAbout(db, 'accounts.add');
  const disabled = await ports.latestAbout(db, 'accounts.disable');
  const described: Account[] = [];
  for (const { id, ...account } of roster) {
    const [last] = await ports.signInsOf(db, id, 1);
    const commitment = commitments.get(id);
    described.push({
      ...account,
      id,
      roles: [...account.roles],
      commitment: commitment ? { signedOn: commitment.signed_on, version: commitment.version } : null,
      createdAt: instantOfId(id),
      createdBy: added.get(id)?.actorName ?? null,
      disabledAt: account.status === 'disabled' ? (disabled.get(id)?.at ?? null) : null,
      lastSignIn: last ? { at: last.at, workstation: last.workstation } : null,
      failedTries: (await ports.failedTries(db, id, last?.sequence ?? 0)).length,
    });
  }
  return described;
}

/** The first 48 bits of a UUIDv7 are the milliseconds since 1970 (RFC 9562, 5.7). */
function instantOfId(id: string): string {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();
}
