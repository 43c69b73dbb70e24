import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';
import type { RosterBody } from './roster.ts';
import { openSealed, type Sealed, seal, sealedSchema } from './sealed.ts';
import { hostile } from './vault-error.ts';

/** The set of keys that an open slot leads to; later keys (a replica's, another service's) join it. */
const keySetSchema = z.strictObject({
  version: z.literal(1),
  /** 256 bits as the raw key that SQLCipher takes; any other form it would use as a passphrase. */
  database: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KeySet = z.output<typeof keySetSchema>;

export const sealedKeySetSchema = sealedSchema.extend({ userId: idSchema });
export type SealedKeySet = z.output<typeof sealedKeySetSchema>;

export interface Recipient {
  readonly vaultId: string;
  /** A person's id, or `recovery`. */
  readonly userId: string;
  readonly publicKey: string;
  readonly keyEpoch: number;
}

/** A new random database key; for the first register and for a rotation. */
export function newKeySet(): KeySet {
  return { version: 1, database: randomBytes(32).toString('hex') };
}

export function sealKeySet(recipient: Recipient, keys: KeySet): Sealed {
  return seal(recipient.publicKey, Buffer.from(canonicalJson(keys), 'utf8'), binding(recipient));
}

/**
 * The keys sealed to a recipient.
 * @throws VaultError `hostile` when they were sealed for something else, or are not those that the roster names
 */
export function openKeySet(
  privateKey: string,
  recipient: Recipient,
  sealed: Sealed,
  roster: RosterBody,
): KeySet {
  const plaintext = openSealed(privateKey, sealed, binding(recipient));
  if (!plaintext) throw hostile('database-key-not-for-this-person');
  const keys = readKeySet(plaintext);
  const expected = Buffer.from(roster.databaseKey.fingerprint, 'base64url');
  if (!timingSafeEqual(keySetDigest(keys, recipient), expected)) throw hostile('foreign-database-key');
  return keys;
}

/** Anybody can seal something to a person. */
function readKeySet(plaintext: Buffer): KeySet {
  try {
    return keySetSchema.parse(JSON.parse(plaintext.toString('utf8')));
  } catch {
    throw hostile('foreign-database-key');
  }
}

/** Names the key without telling anything of it: a digest of 256 random bits cannot be searched. */
export function keySetFingerprint(keys: KeySet, at: Pick<Recipient, 'vaultId' | 'keyEpoch'>): string {
  return keySetDigest(keys, at).toString('base64url');
}

function keySetDigest(keys: KeySet, { vaultId, keyEpoch }: Pick<Recipient, 'vaultId' | 'keyEpoch'>): Buffer {
  const named = canonicalBytes('database-key-fingerprint', { vaultId, keyEpoch, key: keys.database });
  return createHash('sha256').update(named).digest();
}

function binding({ vaultId, userId, publicKey, keyEpoch }: Recipient): Buffer {
  return canonicalBytes('database-key', { vaultId, userId, publicKey, keyEpoch });
}
