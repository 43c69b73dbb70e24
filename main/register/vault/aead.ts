import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { binary, ciphertextSchema } from './binary.ts';

/**
 * AES-256-GCM as NIST SP 800-38D: 96-bit random nonce, 128-bit tag (kept at the end of the ciphertext).
 * Every key here encrypts exactly one message, so a nonce can never repeat under it.
 */
const algorithm = 'aes-256-gcm';
const tagLength = 16;

export const encryptedSchema = z.strictObject({ nonce: binary(12), ciphertext: ciphertextSchema });
export type Encrypted = z.output<typeof encryptedSchema>;

export function encrypt(key: Buffer, plaintext: Uint8Array, associatedData: Buffer): Encrypted {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength }).setAAD(associatedData);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
}

/** Undefined when key, associated data or ciphertext is not the one it was made with. */
export function decrypt(
  key: Buffer,
  { nonce, ciphertext }: Encrypted,
  associatedData: Buffer,
): Buffer | undefined {
  const bytes = Buffer.from(ciphertext, 'base64url');
  const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), {
    authTagLength: tagLength,
  })
    .setAAD(associatedData)
    .setAuthTag(bytes.subarray(-tagLength));
  const plaintext = decipher.update(bytes.subarray(0, -tagLength));
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    return undefined;
  }
}

/** HKDF-SHA256 (RFC 5869) to a 256-bit key; `purpose` keeps keys of different uses apart. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `vastaanotto/${purpose}/1`, 32));
}
