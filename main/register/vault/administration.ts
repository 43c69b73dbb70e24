import { demandAccountRules } from './account-rules.ts';
import type { KeySet } from './database-keys.ts';
import { type KeyPair, signingKeyPair } from './key-pairs.ts';
import type { RecoveryHeader } from './recovery.ts';
import {
  type FormerPerson,
  isAdministrator,
  mostFormer,
  type RosterBody,
  type RosterUser,
} from './roster.ts';
import { sealVault, type VaultKeys } from './seal-vault.ts';
import type { Slot } from './slots.ts';
import { reopened, trustedSelf } from './trusted.ts';
import { type OpenVault, secretsOf } from './vault.ts';
import type { VaultContent } from './vault-content.ts';
import { VaultError } from './vault-error.ts';
import { changeVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

/** What an administrator wants to be different; the rest stays. */
export interface Proposal {
  readonly users?: readonly RosterUser[];
  readonly slots?: readonly Slot[];
  readonly left?: FormerPerson;
  readonly recovery?: RecoveryHeader;
  readonly successor?: KeyPair;
  /** The register in a new file under a new key. */
  readonly database?: { readonly file: string; readonly keySet: KeySet };
}

export interface Administered {
  /** The roster's epoch that the database must learn. */
  readonly rosterEpoch: number;
  /** The administrator's open vault as it is now; the session takes it in place of the one it has. */
  readonly open: OpenVault;
}

/**
 * One change by an administrator, in one atomic write: the account rules are checked against the vault as it is on
 * disk now, everything is sealed anew, and the roster is signed. When somebody who could sign the roster no longer
 * may, a new signing key succeeds the one they hold.
 * @throws VaultError `not-administrator`, what the account rules refuse, `hostile` for an exchanged vault
 */
export async function administer(
  place: VaultPlace,
  admin: OpenVault,
  propose: (content: VaultContent) => Proposal,
): Promise<Administered> {
  const after = await changeVaultFile(place.folder, (content) => {
    const self = trustedSelf(content, admin);
    const { keySet, rosterSigningKey } = secretsOf(reopened(content, admin));
    if (!rosterSigningKey) throw new VaultError({ kind: 'not-administrator' });
    const proposal = propose(content);
    if (proposal.users) demandAccountRules(self.id, content.roster.body.users, proposal.users);
    return carriedOut(content, proposal, { keySet, rosterSigningKey });
  });
  return { rosterEpoch: after.roster.body.epoch, open: reopened(after, admin) };
}

function carriedOut(content: VaultContent, proposal: Proposal, keys: VaultKeys): VaultContent {
  const { body, succession } = content.roster;
  const users = [...(proposal.users ?? body.users)];
  const { database, slots = content.slots, recovery = content.recovery } = proposal;
  const loses = losesAnAdministrator(body.users, users);
  return sealVault(
    {
      clinic: content.clinic,
      database: database ? { file: database.file } : content.database,
      body: withLeaver({ ...body, epoch: body.epoch + 1, users }, proposal.left),
      keyEpoch: body.databaseKey.epoch + (database ? 1 : 0),
      slots: [...slots],
      recovery,
      succession,
      auditHeads: content.auditHeads,
    },
    {
      ...keys,
      keySet: database?.keySet ?? keys.keySet,
      successor: proposal.successor ?? (loses ? signingKeyPair() : undefined),
    },
  );
}

function withLeaver(body: RosterBody, left: FormerPerson | undefined): RosterBody {
  if (!left) return body;
  return { ...body, former: [...(body.former ?? []), left].slice(-mostFormer) };
}

/** Also when one gets new keys: whoever opened the old ones holds the signing key. */
function losesAnAdministrator(before: readonly RosterUser[], after: readonly RosterUser[]): boolean {
  const keys = new Set(after.filter(isAdministrator).map(({ sealingKey }) => sealingKey));
  return before.filter(isAdministrator).some(({ sealingKey }) => !keys.has(sealingKey));
}
