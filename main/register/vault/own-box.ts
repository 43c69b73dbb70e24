import { z } from 'zod';
import { binary } from './binary.ts';
import { canonicalBytes } from './canonical-json.ts';
import { sealingPublicKey } from './key-pairs.ts';
import { openSealed, seal } from './sealed.ts';
import { type OpenVault, secretsOf } from './vault.ts';

/**
 * What only one person can read, for features: sealed to the person's own X25519 key, bound to the vault, the
 * person and whatever it is about. All that a feature ever gets of the vault.
 */
export interface OwnBox {
  /** @param purpose keeps texts of different uses apart @param about plain values that may stand in the clear */
  seal(purpose: string, about: Readonly<Record<string, unknown>>, text: string): string;
  /** Undefined when it was not sealed by these keys, for this purpose, about exactly this. */
  open(purpose: string, about: Readonly<Record<string, unknown>>, sealed: string): string | undefined;
}

/** As in the vault, but with room for a whole form (64 KiB of text in UTF-8, as base64url). */
const sealedTextSchema = z.strictObject({
  ephemeralKey: binary(32),
  nonce: binary(12),
  ciphertext: z.string().regex(/^[A-Za-z0-9_-]{22,400000}$/),
});

export function ownBox(open: OpenVault): OwnBox {
  const { vaultId, user } = open;
  const { sealingKey } = secretsOf(open).slotKeys;
  const publicKey = sealingPublicKey(sealingKey);
  const binding = (purpose: string, about: object) =>
    canonicalBytes(purpose, { vaultId, userId: user.id, publicKey, about });
  return {
    seal: (purpose, about, text) =>
      JSON.stringify(seal(publicKey, Buffer.from(text, 'utf8'), binding(purpose, about))),
    open(purpose, about, sealed) {
      const parsed = sealedTextSchema.safeParse(parseJson(sealed));
      if (!parsed.success) return undefined;
      return openSealed(sealingKey, parsed.data, binding(purpose, about))?.toString('utf8');
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
