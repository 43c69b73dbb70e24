import { z } from 'zod';
import { binary } from './binary.ts';
import { canonicalBytes } from './canonical-json.ts';
import { type KeyPair, sign, signingPublicKey, verify } from './key-pairs.ts';

/** More successions than a clinic has in decades; a slot that pins an even earlier key needs a reset. */
const mostSteps = 200;

/**
 * The keys that have signed the roster: each is signed by the one before it. Whoever trusts an earlier one can so
 * trust the present one, and an administrator who left holds a key that nobody follows any more.
 */
export const successionSchema = z
  .array(z.strictObject({ from: binary(32), verifyKey: binary(32), signature: binary(64) }))
  .max(mostSteps);
export type Succession = z.output<typeof successionSchema>;

/** One step further: the present key names the next. */
export function succeed(
  vaultId: string,
  succession: Succession,
  presentSigningKey: string,
  next: Pick<KeyPair, 'publicKey'>,
): Succession {
  const from = signingPublicKey(presentSigningKey);
  const signature = sign(presentSigningKey, stepBytes(vaultId, from, next.publicKey)).toString('base64url');
  return [...succession, { from, verifyKey: next.publicKey, signature }].slice(-mostSteps);
}

/** The key at the end, for somebody who trusts `pinnedKey`; undefined when nothing leads on from there. */
export function continueSuccession(
  vaultId: string,
  succession: Succession,
  pinnedKey: string,
): string | undefined {
  const start = succession.findIndex(({ from }) => from === pinnedKey);
  if (start < 0 || !isUnbroken(vaultId, succession.slice(start))) return undefined;
  return succession.at(-1)?.verifyKey;
}

/** Whether every step begins where the one before ended, and is signed by the key that it leaves. */
export function isUnbroken(vaultId: string, succession: Succession): boolean {
  return succession.every(({ from, verifyKey, signature }, index) => {
    const follows = index === 0 || succession[index - 1]?.verifyKey === from;
    return follows && verify(from, stepBytes(vaultId, from, verifyKey), Buffer.from(signature, 'base64url'));
  });
}

function stepBytes(vaultId: string, from: string, to: string): Buffer {
  return canonicalBytes('roster-key', { vaultId, from, to });
}
