import { sealAdministratorKey } from './administrator-keys.ts';
import { type KeySet, keySetFingerprint, sealKeySet } from './database-keys.ts';
import type { KeyPair } from './key-pairs.ts';
import type { RecoveryHeader } from './recovery.ts';
import { isActive, isAdministrator, type RosterBody, signRoster } from './roster.ts';
import { headIsSigned } from './signed-heads.ts';
import { type Succession, succeed } from './succession.ts';
import type { VaultContent } from './vault-content.ts';

/** What a vault is to hold; everything that is sealed or signed is made anew from it. */
export interface VaultPlan extends Pick<VaultContent, 'clinic' | 'database' | 'slots' | 'auditHeads'> {
  readonly body: Omit<RosterBody, 'databaseKey' | 'recoveryKey'>;
  readonly keyEpoch: number;
  readonly recovery: RecoveryHeader;
  readonly succession: Succession;
}

export interface VaultKeys {
  readonly keySet: KeySet;
  /** The key that signs the roster now. */
  readonly rosterSigningKey: string;
  /** The key that shall sign it from now on, when somebody who holds the present one shall no longer. */
  readonly successor?: KeyPair | undefined;
}

const recoveryId = 'recovery';

/** Whom something is sealed to when it is for the holder of the recovery key. */
export function recoveryRecipient(vaultId: string, keyEpoch: number, publicKey: string) {
  return { vaultId, userId: recoveryId, keyEpoch, publicKey };
}

/**
 * A whole vault: the database key sealed to every active person and to the recovery key, the roster's signing key to
 * every administrator and to the recovery key, and the roster signed. Those who are not active get nothing.
 */
export function sealVault(plan: VaultPlan, keys: VaultKeys): VaultContent {
  const { body, keyEpoch, recovery, succession, clinic, database, slots, auditHeads } = plan;
  const { keySet, rosterSigningKey, successor } = keys;
  const { vaultId, users } = body;
  const signingKey = successor?.privateKey ?? rosterSigningKey;
  const recipients = users.map((user) => ({
    user,
    vaultId,
    userId: user.id,
    publicKey: user.sealingKey,
    keyEpoch,
  }));
  const forRecovery = recoveryRecipient(vaultId, keyEpoch, recovery.publicKey);
  const signedBody: RosterBody = {
    ...body,
    databaseKey: { epoch: keyEpoch, fingerprint: keySetFingerprint(keySet, { vaultId, keyEpoch }) },
    recoveryKey: recovery.publicKey,
  };
  return {
    vaultId,
    clinic,
    database,
    roster: signRoster(
      signedBody,
      signingKey,
      successor ? succeed(vaultId, succession, rosterSigningKey, successor) : succession,
    ),
    slots,
    databaseKeys: recipients
      .filter(({ user }) => isActive(user))
      .map((recipient) => ({ userId: recipient.userId, ...sealKeySet(recipient, keySet) })),
    administratorKeys: recipients
      .filter(({ user }) => isAdministrator(user))
      .map((recipient) => ({ userId: recipient.userId, ...sealAdministratorKey(recipient, signingKey) })),
    recovery: {
      ...recovery,
      databaseKey: sealKeySet(forRecovery, keySet),
      administratorKey: sealAdministratorKey(forRecovery, signingKey),
    },
    // Somebody who left long ago, or had very many resets: nobody could check what they signed.
    auditHeads: auditHeads.filter((head) => headIsSigned(signedBody, head)),
  };
}
