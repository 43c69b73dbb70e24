import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { normalReadAloud } from '#shared/values/read-aloud.ts';
import { decrypt, deriveKey, encrypt, encryptedSchema } from './aead.ts';
import { binary } from './binary.ts';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';
import { freshKdf, type KdfCost, kdfSchema, passwordBits } from './kdf.ts';
import { sealingPublicKey } from './key-pairs.ts';

/** What a person's password opens. */
const slotKeysSchema = z.strictObject({
  version: z.literal(1),
  /** X25519 private key. */
  sealingKey: binary(32),
  /** Ed25519 private key. */
  signingKey: binary(32),
  /** The key that the roster must be signed with, or that must lead to the one that it is. */
  rosterVerifyKey: binary(32),
  /** In slots of administrators from version 1 of the file; newer ones have the key sealed to them instead. */
  rosterSigningKey: binary(32).optional(),
});
export type SlotKeys = z.output<typeof slotKeysSchema>;

/** A person's keys under their password. The public key stands here too, since the encryption binds it. */
export const slotSchema = encryptedSchema.extend({
  userId: idSchema,
  kdf: kdfSchema,
  publicKey: binary(32),
  /** The password is a one-time passphrase, which opens nothing but the choice of an own one. */
  oneTime: z.literal(true).optional(),
});
export type Slot = z.output<typeof slotSchema>;

const format = 1;

interface SlotOwner {
  readonly vaultId: string;
  readonly userId: string;
  readonly password: string;
  readonly oneTime?: true | undefined;
}

/** AES-256-GCM under HKDF(Argon2id(NFKC(password))), with a new salt each time. */
export async function makeSlot(owner: SlotOwner, keys: SlotKeys, cost: KdfCost): Promise<Slot> {
  const header: SlotHeader = {
    userId: owner.userId,
    kdf: freshKdf(cost),
    publicKey: sealingPublicKey(keys.sealingKey),
    ...(owner.oneTime && { oneTime: true }),
  };
  const key = await slotKey(owner.password, header);
  const plaintext = Buffer.from(canonicalJson(keys), 'utf8');
  return { ...header, ...encrypt(key, plaintext, slotBinding(owner.vaultId, header)) };
}

/** Undefined for a wrong password, and for a slot that belongs to another person or vault. */
export async function openSlot(vaultId: string, slot: Slot, password: string): Promise<SlotKeys | undefined> {
  const key = await slotKey(password, slot);
  const { nonce, ciphertext } = slot;
  const plaintext = decrypt(key, { nonce, ciphertext }, slotBinding(vaultId, slot));
  return plaintext && slotKeysSchema.parse(JSON.parse(plaintext.toString('utf8')));
}

/** The same keys, trusting rosters by another key: by then the signing key is sealed to those who may have it. */
export function pinnedTo(rosterVerifyKey: string, keys: SlotKeys): SlotKeys {
  if (keys.rosterVerifyKey === rosterVerifyKey) return keys;
  const { version, sealingKey, signingKey } = keys;
  return { version, sealingKey, signingKey, rosterVerifyKey };
}

type SlotHeader = Pick<Slot, 'userId' | 'kdf' | 'publicKey' | 'oneTime'>;

/**
 * Not the role and not an epoch: changing those must not need anyone's password. The one-time mark is bound only
 * where it stands, so that slots made before there was one stay good; taking it away shuts the slot.
 */
function slotBinding(vaultId: string, { userId, kdf, publicKey, oneTime }: SlotHeader): Buffer {
  return canonicalBytes('slot', { format, vaultId, userId, kdf, publicKey, oneTime });
}

async function slotKey(password: string, { kdf, oneTime }: SlotHeader): Promise<Buffer> {
  const typed = oneTime ? normalReadAloud(password) : password;
  return deriveKey(await passwordBits(typed, kdf), Buffer.alloc(0), 'slot');
}
