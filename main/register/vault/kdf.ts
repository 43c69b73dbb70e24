import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { normalPassword } from '#shared/values/password.ts';
import { binary } from './binary.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { hostile } from './vault-error.ts';

/** What one hash costs: memory in KiB, passes (t) and lanes (p) of RFC 9106. */
export interface KdfCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

const MiB = 1024;

/**
 * The least that is used or accepted: the second recommended option of RFC 9106, section 4 (64 MiB, t = 3, p = 4),
 * above OWASP's minimum for Argon2id (Password Storage Cheat Sheet: 19 MiB, t = 2, p = 1).
 */
export const minimumCost: KdfCost = { memoryKiB: 64 * MiB, passes: 3, lanes: 4 };

/** Argon2id, version 0x13, 128-bit salt. The upper bounds keep a file from freezing the computer that reads it. */
export const kdfSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(minimumCost.memoryKiB)
    .max(1024 * MiB),
  passes: z.int().min(minimumCost.passes).max(16),
  lanes: z.int().min(1).max(4),
  salt: binary(16),
});
export type Kdf = z.output<typeof kdfSchema>;

export function freshKdf(cost: KdfCost): Kdf {
  return { algorithm: 'argon2id', ...cost, salt: randomBytes(16).toString('base64url') };
}

/** Each hash takes its memory and all cores: two at once would only make both slow, or the computer swap. */
const hashing = oneAtATime();

/**
 * 256 bits from a password in NFKC form.
 * @throws VaultError `hostile` for parameters out of bounds, before any hashing
 */
export async function passwordBits(password: string, kdf: Kdf): Promise<Buffer> {
  const checked = kdfSchema.safeParse(kdf);
  if (!checked.success) throw hostile('kdf-parameters');
  const { memoryKiB, passes, lanes, salt } = checked.data;
  return hashing(async () => {
    // Native code, loaded when a password is there to be hashed: the state of the door does without.
    const { hashRaw } = await import('@node-rs/argon2');
    return hashRaw(Buffer.from(normalPassword(password), 'utf8'), {
      algorithm: 2, // Argon2id: the package's enum is erased in our kind of build
      version: 1, // 0x13
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
      salt: Buffer.from(salt, 'base64url'),
    });
  });
}

/** Milliseconds that a hash should take on the computer where it is set up: between 500 and 1000. */
const targetMs = { least: 500, wanted: 750 };
const calibrated = { mostPasses: 16, mostMemoryKiB: 256 * MiB };

/**
 * The cost that takes 0.5–1 s here: more passes first, then more memory, never under the minimum.
 * @param time runs one hash and tells its milliseconds
 */
export async function calibrateCost(time: (cost: KdfCost) => Promise<number> = timeHash): Promise<KdfCost> {
  // The first run also pays for starting threads and for fresh memory pages.
  const once = Math.max(1, Math.min(await time(minimumCost), await time(minimumCost)));
  const wantedPasses = Math.round((minimumCost.passes * targetMs.wanted) / once);
  const passes = Math.min(calibrated.mostPasses, Math.max(minimumCost.passes, wantedPasses));
  let memoryKiB = minimumCost.memoryKiB;
  const estimate = () => once * (passes / minimumCost.passes) * (memoryKiB / minimumCost.memoryKiB);
  while (estimate() < targetMs.least && memoryKiB < calibrated.mostMemoryKiB) memoryKiB *= 2;
  return { memoryKiB, passes, lanes: minimumCost.lanes };
}

async function timeHash(cost: KdfCost): Promise<number> {
  const start = performance.now();
  await passwordBits('calibration', freshKdf(cost));
  return performance.now() - start;
}
