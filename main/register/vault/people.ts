import type { KdfCost } from './kdf.ts';
import { sealingKeyPair, signingKeyPair } from './key-pairs.ts';
import { mostFormerKeys, type RosterBody, type RosterUser, verifyKeysOf } from './roster.ts';
import { makeSlot, type Slot, type SlotKeys } from './slots.ts';

/** How a person's keys are locked up. */
export interface Lock {
  readonly vaultId: string;
  readonly userId: string;
  /** The key that the slot will trust rosters by. */
  readonly rosterVerifyKey: string;
  readonly password: string;
  readonly oneTime?: true;
  readonly cost: KdfCost;
}

/** A person's new keys: the public halves for the roster, the private ones under their password. */
export interface NewKeys {
  readonly publicKeys: Pick<RosterUser, 'sealingKey' | 'verifyKey'>;
  readonly slot: Slot;
  readonly slotKeys: SlotKeys;
}

export async function newKeys({ rosterVerifyKey, cost, ...owner }: Lock): Promise<NewKeys> {
  const sealing = sealingKeyPair();
  const signing = signingKeyPair();
  const slotKeys: SlotKeys = {
    version: 1,
    sealingKey: sealing.privateKey,
    signingKey: signing.privateKey,
    rosterVerifyKey,
  };
  return {
    publicKeys: { sealingKey: sealing.publicKey, verifyKey: signing.publicKey },
    slot: await makeSlot(owner, slotKeys, cost),
    slotKeys,
  };
}

/** The people of a roster, one of them with other keys; what that person signed with so far stays known. */
export function withNewKeys(
  body: Pick<RosterBody, 'users' | 'former'>,
  userId: string,
  { publicKeys }: NewKeys,
): RosterUser[] {
  const formerVerifyKeys = verifyKeysOf(body, userId).slice(0, mostFormerKeys);
  return body.users.map((user) => (user.id === userId ? { ...user, ...publicKeys, formerVerifyKeys } : user));
}
