import type { z } from 'zod';
import { decrypt, deriveKey, encrypt, encryptedSchema } from './aead.ts';
import { binary } from './binary.ts';
import { sealingKeyPair, sealingPublicKey, sharedSecret } from './key-pairs.ts';

/** A message that only the holder of one X25519 private key can open, and that anybody can make. */
export const sealedSchema = encryptedSchema.extend({ ephemeralKey: binary(32) });
export type Sealed = z.output<typeof sealedSchema>;

/**
 * Seals to a public key: X25519 with a fresh ephemeral key, HKDF-SHA256 over the shared secret with both public
 * keys as salt (RFC 7748, section 6.1: include them in the derivation), AES-256-GCM.
 */
export function seal(publicKey: string, plaintext: Uint8Array, associatedData: Buffer): Sealed {
  const ephemeral = sealingKeyPair();
  const secret = sharedSecret(ephemeral.privateKey, publicKey);
  const key = sealingKey(secret, ephemeral.publicKey, publicKey);
  return { ephemeralKey: ephemeral.publicKey, ...encrypt(key, plaintext, associatedData) };
}

/** Undefined when it was not sealed to this key with this associated data. */
export function openSealed(privateKey: string, sealed: Sealed, associatedData: Buffer): Buffer | undefined {
  let secret: Buffer;
  try {
    secret = sharedSecret(privateKey, sealed.ephemeralKey);
  } catch {
    return undefined;
  }
  const { nonce, ciphertext, ephemeralKey } = sealed;
  const key = sealingKey(secret, ephemeralKey, sealingPublicKey(privateKey));
  return decrypt(key, { nonce, ciphertext }, associatedData);
}

function sealingKey(secret: Buffer, ephemeralKey: string, publicKey: string): Buffer {
  const salt = Buffer.concat([Buffer.from(ephemeralKey, 'base64url'), Buffer.from(publicKey, 'base64url')]);
  return deriveKey(secret, salt, 'sealed');
}
