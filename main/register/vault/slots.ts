import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
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
  /** The key that the roster must be signed with. */
  rosterVerifyKey: binary(32),
  /** The key that signs the roster: administrators only. */
  rosterSigningKey: binary(32).optional(),
});
export type SlotKeys = z.output<typeof slotKeysSchema>;

/** A person's keys under their password. The public key stands here too, since the encryption binds it. */
export const slotSchema = encryptedSchema.extend({ userId: idSchema, kdf: kdfSchema, publicKey: binary(32) });
export type Slot = z.output<typeof slotSchema>;

const format = 1;

interface SlotOwner {
  readonly vaultId: string;
  readonly userId: string;
  readonly password: string;
}

/** AES-256-GCM under HKDF(Argon2id(NFKC(password))), with a new salt each time. */
export async function makeSlot(owner: SlotOwner, keys: SlotKeys, cost: KdfCost): Promise<Slot> {
  const header = { userId: owner.userId, kdf: freshKdf(cost), publicKey: sealingPublicKey(keys.sealingKey) };
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

type SlotHeader = Pick<Slot, 'userId' | 'kdf' | 'publicKey'>;

/** Not the role and not an epoch: changing those must not need anyone's password. */
function slotBinding(vaultId: string, { userId, kdf, publicKey }: SlotHeader): Buffer {
  return canonicalBytes('slot', { format, vaultId, userId, kdf, publicKey });
}

async function slotKey(password: string, { kdf }: SlotHeader): Promise<Buffer> {
  return deriveKey(await passwordBits(password, kdf), Buffer.alloc(0), 'slot');
}
