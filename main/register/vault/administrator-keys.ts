import { idSchema } from '#shared/values/ids.ts';
import { canonicalBytes } from './canonical-json.ts';
import { signingPublicKey } from './key-pairs.ts';
import { openSealed, type Sealed, seal, sealedSchema } from './sealed.ts';
import { hostile } from './vault-error.ts';

/** The key that signs the roster, sealed to one administrator: so nobody's password is needed to make another. */
export const sealedAdministratorKeySchema = sealedSchema.extend({ userId: idSchema });

export interface Administrator {
  readonly vaultId: string;
  /** A person's id, or `recovery`. */
  readonly userId: string;
  /** X25519. */
  readonly publicKey: string;
}

export function sealAdministratorKey(administrator: Administrator, rosterSigningKey: string): Sealed {
  const about = binding(administrator, signingPublicKey(rosterSigningKey));
  return seal(administrator.publicKey, Buffer.from(rosterSigningKey, 'base64url'), about);
}

/**
 * The key that signs the roster.
 * @param rosterVerifyKey the public half that the roster names
 * @throws VaultError `hostile` when it was sealed for something else, or is another key: anybody can seal one
 */
export function openAdministratorKey(
  privateKey: string,
  administrator: Administrator,
  sealed: Sealed,
  rosterVerifyKey: string,
): string {
  const key = openSealed(privateKey, sealed, binding(administrator, rosterVerifyKey));
  if (!key) throw hostile('administrator-key-not-for-this-person');
  const rosterSigningKey = key.toString('base64url');
  if (key.length !== 32 || signingPublicKey(rosterSigningKey) !== rosterVerifyKey)
    throw hostile('foreign-signing-key');
  return rosterSigningKey;
}

function binding({ vaultId, userId, publicKey }: Administrator, rosterVerifyKey: string): Buffer {
  return canonicalBytes('administrator-key', { vaultId, userId, publicKey, rosterVerifyKey });
}
