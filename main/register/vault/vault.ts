import type { Role } from '#shared/values/roles.ts';
import { openAdministratorKey } from './administrator-keys.ts';
import { type KeySet, openKeySet, type Recipient, type SealedKeySet } from './database-keys.ts';
import { sealingPublicKey, sign, signingPublicKey } from './key-pairs.ts';
import { isAdministrator, type RosterUser, rosterIsFrom } from './roster.ts';
import { pinnedTo, type SlotKeys } from './slots.ts';
import type { VaultContent } from './vault-content.ts';
import { damaged, hostile } from './vault-error.ts';

/** What a person who has signed in holds. Lives in the register process only, and ends with it. */
export interface OpenVault {
  readonly vaultId: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly healthProfileGrant: boolean;
  };
  readonly databaseFile: string;
  readonly keyEpoch: number;
  readonly rosterEpoch: number;
  /** 64 hexadecimal digits: SQLCipher's raw key. */
  readonly databaseKey: string;
  /** Administrator by role *and* holder of the key that signs the roster. */
  readonly canAdminister: boolean;
  /** The person's own Ed25519 signature (64 bytes, RFC 8032). */
  sign(bytes: Uint8Array): Uint8Array;
}

interface Secrets {
  readonly slotKeys: SlotKeys;
  readonly keySet: KeySet;
  /** Of administrators only. */
  readonly rosterSigningKey: string | undefined;
}

/** Beside the object, so that no spreading, logging or sending of an open vault takes private keys along. */
const secrets = new WeakMap<OpenVault, Secrets>();

export function secretsOf(open: OpenVault): Secrets {
  const found = secrets.get(open);
  if (!found) throw new TypeError('not an open vault');
  return found;
}

/**
 * Checks everything that a person's own keys can check, and opens the database key.
 * @throws VaultError `hostile` when the roster is not the one that the person's slot trusts
 */
export function openWithSlotKeys(content: VaultContent, user: RosterUser, slotKeys: SlotKeys): OpenVault {
  checkTrust(content, user, slotKeys);
  const recipient = recipientFor(content, user);
  const keySet = openKeySet(slotKeys.sealingKey, recipient, sealedFor(content, user.id), content.roster.body);
  const { id, name, roles, healthProfileGrant } = user;
  const rosterSigningKey = isAdministrator(user) ? administratorKey(content, user, slotKeys) : undefined;
  const open: OpenVault = Object.freeze({
    vaultId: content.vaultId,
    user: Object.freeze({ id, name, roles: Object.freeze([...roles]), healthProfileGrant }),
    databaseFile: content.database.file,
    keyEpoch: recipient.keyEpoch,
    rosterEpoch: content.roster.body.epoch,
    databaseKey: keySet.database,
    canAdminister: rosterSigningKey !== undefined,
    sign: (bytes: Uint8Array) => sign(slotKeys.signingKey, bytes),
  });
  // From here on the present key is the one to trust, also before the slot itself is made anew.
  secrets.set(open, { slotKeys: pinnedTo(content.roster.verifyKey, slotKeys), keySet, rosterSigningKey });
  return open;
}

export function recipientFor({ vaultId, roster }: VaultContent, user: RosterUser): Recipient {
  return { vaultId, userId: user.id, publicKey: user.sealingKey, keyEpoch: roster.body.databaseKey.epoch };
}

/** Whether roster and person are those that the person's own keys stand for. @throws VaultError `hostile` */
export function checkTrust({ roster }: VaultContent, user: RosterUser, slotKeys: SlotKeys): void {
  if (!rosterIsFrom(roster, slotKeys.rosterVerifyKey)) throw hostile('foreign-roster-key');
  const ownKeys = sealingPublicKey(slotKeys.sealingKey) === user.sealingKey;
  const ownSignature = signingPublicKey(slotKeys.signingKey) === user.verifyKey;
  if (!ownKeys || !ownSignature) throw hostile('public-keys-exchanged');
}

/**
 * The key that signs the roster: sealed to the person, or in their slot since version 1 of the file.
 * Undefined when neither has it.
 * @throws VaultError `hostile` when it is not the roster's key
 */
function administratorKey(
  { vaultId, roster, administratorKeys }: VaultContent,
  { id, sealingKey }: RosterUser,
  slotKeys: SlotKeys,
): string | undefined {
  const sealed = administratorKeys.find(({ userId }) => userId === id);
  if (sealed) {
    const administrator = { vaultId, userId: id, publicKey: sealingKey };
    return openAdministratorKey(slotKeys.sealingKey, administrator, sealed, roster.verifyKey);
  }
  const { rosterSigningKey } = slotKeys;
  if (rosterSigningKey && signingPublicKey(rosterSigningKey) !== roster.verifyKey)
    throw hostile('foreign-signing-key');
  return rosterSigningKey;
}

function sealedFor({ databaseKeys }: VaultContent, userId: string): SealedKeySet {
  const sealed = databaseKeys.find((entry) => entry.userId === userId);
  if (!sealed) throw damaged('no-database-key-for-user');
  return sealed;
}
