import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyBytes } from '#shared/values/recovery-key.ts';
import { decrypt, deriveKey, encrypt, encryptedSchema } from './aead.ts';
import { binary } from './binary.ts';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';
import { sealingPublicKey } from './key-pairs.ts';
import { sealedSchema } from './sealed.ts';
import { VaultError } from './vault-error.ts';

/** What the recovery key opens: enough to give an administrator new keys. */
const recoveryKeysSchema = z.strictObject({
  version: z.literal(1),
  sealingKey: binary(32),
  rosterSigningKey: binary(32),
});
export type RecoveryKeys = z.output<typeof recoveryKeysSchema>;

export const recoverySlotSchema = encryptedSchema.extend({
  salt: binary(16),
  publicKey: binary(32),
  databaseKey: sealedSchema,
});
export type RecoverySlot = z.output<typeof recoverySlotSchema>;
type RecoveryHeader = Pick<RecoverySlot, 'salt' | 'publicKey'>;

/** A new recovery key as text, to be shown once. */
export function newRecoveryKey(): string {
  return formatRecoveryKey(randomBytes(recoveryKeyBytes));
}

/** Keys under a recovery key. HKDF alone: 160 random bits need no slow hash (and no guess counter). */
export function makeRecoverySlot(
  vaultId: string,
  recoveryKey: string,
  keys: RecoveryKeys,
): Omit<RecoverySlot, 'databaseKey'> {
  const header = {
    salt: randomBytes(16).toString('base64url'),
    publicKey: sealingPublicKey(keys.sealingKey),
  };
  const plaintext = Buffer.from(canonicalJson(keys), 'utf8');
  return { ...header, ...encrypt(recoverySecret(recoveryKey, header), plaintext, binding(vaultId, header)) };
}

/** @throws VaultError `recovery-key-invalid`, with what is wrong as far as it can be told */
export function openRecoverySlot(vaultId: string, recoveryKey: string, slot: RecoverySlot): RecoveryKeys {
  const { nonce, ciphertext } = slot;
  const key = recoverySecret(recoveryKey, slot);
  const plaintext = decrypt(key, { nonce, ciphertext }, binding(vaultId, slot));
  if (!plaintext) throw new VaultError({ kind: 'recovery-key-invalid', problem: 'does-not-open' });
  return recoveryKeysSchema.parse(JSON.parse(plaintext.toString('utf8')));
}

function recoverySecret(recoveryKey: string, { salt }: RecoveryHeader): Buffer {
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) throw new VaultError({ kind: 'recovery-key-invalid', problem: parsed.problem });
  return deriveKey(parsed.key, Buffer.from(salt, 'base64url'), 'recovery');
}

function binding(vaultId: string, { salt, publicKey }: RecoveryHeader): Buffer {
  return canonicalBytes('recovery', { vaultId, salt, publicKey });
}
