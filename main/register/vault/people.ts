import type { KdfCost } from './kdf.ts';
import { sealingKeyPair, signingKeyPair } from './key-pairs.ts';
import { mostFormerKeys, type RosterUser } from './roster.ts';
import { makeSlot, type Slot, type SlotKeys } from './slots.ts';

/** How a person's new keys are locked up. */
export interface Lock {
  readonly vaultId: string;
  /** The key that their slot will trust rosters by. */
  readonly rosterVerifyKey: string;
  readonly password: string;
  readonly oneTime?: true;
  readonly cost: KdfCost;
}

/** Everything in the vault that belongs to one person, before anything is sealed to them. */
export interface PersonEntry {
  readonly user: RosterUser;
  readonly slot: Slot;
  readonly slotKeys: SlotKeys;
}

/** New key pairs for a person, under a password. */
export async function newPerson(
  details: Omit<RosterUser, 'sealingKey' | 'verifyKey'>,
  lock: Lock,
): Promise<PersonEntry> {
  const sealing = sealingKeyPair();
  const signing = signingKeyPair();
  const slotKeys: SlotKeys = {
    version: 1,
    sealingKey: sealing.privateKey,
    signingKey: signing.privateKey,
    rosterVerifyKey: lock.rosterVerifyKey,
  };
  const { vaultId, password, oneTime, cost } = lock;
  return {
    user: { ...details, sealingKey: sealing.publicKey, verifyKey: signing.publicKey },
    slot: await makeSlot({ vaultId, userId: details.id, password, oneTime }, slotKeys, cost),
    slotKeys,
  };
}

/** The same for somebody who has keys: what they signed with so far stays known. */
export function renewedPerson(user: RosterUser, lock: Lock): Promise<PersonEntry> {
  const { sealingKey: _sealing, verifyKey, formerVerifyKeys = [], ...details } = user;
  const former = [verifyKey, ...formerVerifyKeys].slice(0, mostFormerKeys);
  return newPerson({ ...details, formerVerifyKeys: former }, lock);
}
