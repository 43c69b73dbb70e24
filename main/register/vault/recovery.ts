import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { formatRecoveryKey, parseRecoveryKey, recoveryKeyBytes } from '#shared/values/recovery-key.ts';
import { decrypt, deriveKey, encrypt, encryptedSchema } from './aead.ts';
import { binary } from './binary.ts';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';
import { sealingKeyPair } from './key-pairs.ts';
import { sealedSchema } from './sealed.ts';
import { VaultError } from './vault-error.ts';

/** What the recovery key opens: enough to give an administrator new keys. */
const recoveryKeysSchema = z.discriminatedUnion('version', [
  /** As made with version 1 of the file: the key that signed the roster then. */
  z.strictObject({ version: z.literal(1), sealingKey: binary(32), rosterSigningKey: binary(32) }),
  /** The key that the roster was signed with then; the present signing key is sealed to the sealing key. */
  z.strictObject({ version: z.literal(2), sealingKey: binary(32), rosterVerifyKey: binary(32) }),
]);
export type RecoveryKeys = z.output<typeof recoveryKeysSchema>;

/** What stands under the recovery key, without what is sealed to it afterwards. */
const recoveryHeaderSchema = encryptedSchema.extend({ salt: binary(16), publicKey: binary(32) });
export type RecoveryHeader = z.output<typeof recoveryHeaderSchema>;

export const recoverySlotSchema = recoveryHeaderSchema.extend({
  databaseKey: sealedSchema,
  /** Missing in a vault that comes from version 1, until an administrator's first change. */
  administratorKey: sealedSchema.optional(),
});

type Bound = Pick<RecoveryHeader, 'salt' | 'publicKey'>;

/** A new recovery key as text, to be shown once. */
export function newRecoveryKey(): string {
  return formatRecoveryKey(randomBytes(recoveryKeyBytes));
}

/**
 * A new key pair under a recovery key. HKDF alone: 160 random bits need no slow hash (and no guess counter).
 * @throws VaultError `recovery-key-invalid` for a text that is none
 */
export function makeRecoveryHeader(
  vaultId: string,
  recoveryKey: string,
  rosterVerifyKey: string,
): RecoveryHeader {
  const { privateKey, publicKey } = sealingKeyPair();
  const bound = { salt: randomBytes(16).toString('base64url'), publicKey };
  const keys: RecoveryKeys = { version: 2, sealingKey: privateKey, rosterVerifyKey };
  const plaintext = Buffer.from(canonicalJson(keys), 'utf8');
  return { ...bound, ...encrypt(recoverySecret(recoveryKey, bound), plaintext, binding(vaultId, bound)) };
}

/** @throws VaultError `recovery-key-invalid`, with what is wrong as far as it can be told */
export function openRecoverySlot(vaultId: string, recoveryKey: string, slot: RecoveryHeader): RecoveryKeys {
  const { nonce, ciphertext } = slot;
  const key = recoverySecret(recoveryKey, slot);
  const plaintext = decrypt(key, { nonce, ciphertext }, binding(vaultId, slot));
  if (!plaintext) throw new VaultError({ kind: 'recovery-key-invalid', problem: 'does-not-open' });
  return recoveryKeysSchema.parse(JSON.parse(plaintext.toString('utf8')));
}

function recoverySecret(recoveryKey: string, { salt }: Bound): Buffer {
  const parsed = parseRecoveryKey(recoveryKey);
  if (!parsed.ok) throw new VaultError({ kind: 'recovery-key-invalid', problem: parsed.problem });
  return deriveKey(parsed.key, Buffer.from(salt, 'base64url'), 'recovery');
}

function binding(vaultId: string, { salt, publicKey }: Bound): Buffer {
  return canonicalBytes('recovery', { vaultId, salt, publicKey });
}
