import type { Role } from '#shared/values/roles.ts';
import { type KeySet, type SealedKeySet, sealKeySet } from './database-keys.ts';
import type { KdfCost } from './kdf.ts';
import { sealingKeyPair, signingKeyPair } from './key-pairs.ts';
import { makeRecoverySlot, type RecoverySlot } from './recovery.ts';
import type { RosterUser } from './roster.ts';
import { makeSlot, type Slot, type SlotKeys } from './slots.ts';

/** The vault for which keys are made. */
export interface KeysOfVault {
  readonly vaultId: string;
  readonly keyEpoch: number;
  readonly keySet: KeySet;
  readonly rosterVerifyKey: string;
}

export interface PersonDetails {
  readonly id: string;
  readonly name: string;
  readonly roles: Role[];
  readonly healthProfileGrant: boolean;
  readonly password: string;
  /** For an administrator only. */
  readonly rosterSigningKey: string | undefined;
}

/** Everything in the vault that belongs to one person. */
export interface PersonEntry {
  readonly user: RosterUser;
  readonly slot: Slot;
  readonly databaseKey: SealedKeySet;
  readonly slotKeys: SlotKeys;
}

/** New key pairs for a person, under their password, with the database key sealed to them. */
export async function newPerson(
  at: KeysOfVault,
  details: PersonDetails,
  cost: KdfCost,
): Promise<PersonEntry> {
  const sealing = sealingKeyPair();
  const signing = signingKeyPair();
  const { password, rosterSigningKey, ...known } = details;
  const slotKeys: SlotKeys = {
    version: 1,
    sealingKey: sealing.privateKey,
    signingKey: signing.privateKey,
    rosterVerifyKey: at.rosterVerifyKey,
    ...(rosterSigningKey === undefined ? {} : { rosterSigningKey }),
  };
  const { vaultId, keyEpoch } = at;
  const recipient = { vaultId, keyEpoch, userId: known.id, publicKey: sealing.publicKey };
  return {
    user: { ...known, status: 'active', sealingKey: sealing.publicKey, verifyKey: signing.publicKey },
    slot: await makeSlot({ vaultId, userId: known.id, password }, slotKeys, cost),
    databaseKey: { userId: known.id, ...sealKeySet(recipient, at.keySet) },
    slotKeys,
  };
}

const recoveryId = 'recovery';

export function recoveryRecipient(at: Pick<KeysOfVault, 'vaultId' | 'keyEpoch'>, publicKey: string) {
  return { vaultId: at.vaultId, keyEpoch: at.keyEpoch, userId: recoveryId, publicKey };
}

/** A new key pair under the recovery key, with the database key sealed to it. */
export function recoveryEntry(at: KeysOfVault, recoveryKey: string, rosterSigningKey: string): RecoverySlot {
  const { privateKey, publicKey } = sealingKeyPair();
  const keys = { version: 1 as const, sealingKey: privateKey, rosterSigningKey };
  const databaseKey = sealKeySet(recoveryRecipient(at, publicKey), at.keySet);
  return { ...makeRecoverySlot(at.vaultId, recoveryKey, keys), databaseKey };
}
