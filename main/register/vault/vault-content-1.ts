import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { roleSchema } from '#shared/values/roles.ts';
import { binary, ciphertextSchema } from './binary.ts';
import type { VaultContent } from './vault-content.ts';

/** Version 1 of the content, as it was released: never edited, and so leaning on nothing that later versions change. */

const encrypted = { nonce: binary(12), ciphertext: ciphertextSchema };
const sealed = { ...encrypted, ephemeralKey: binary(32) };
const line = z.string().max(200);
const epoch = z.int().min(1).max(1_000_000_000);
const mostUsers = 300;

const kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(16),
  lanes: z.int().min(1).max(4),
  salt: binary(16),
});

const user = z.strictObject({
  id: idSchema,
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^\P{C}+$/u),
  roles: z.array(roleSchema).min(1),
  status: z.enum(['active', 'disabled']),
  healthProfileGrant: z.boolean(),
  sealingKey: binary(32),
  verifyKey: binary(32),
});

export const contentSchema1 = z.strictObject({
  vaultId: idSchema,
  clinic: z.strictObject({ name: line.min(1), street: line, postalCode: line, city: line }),
  database: z.strictObject({ file: z.string().regex(/^register-[0-9a-z][0-9a-z-]{0,60}\.db$/) }),
  roster: z.strictObject({
    body: z.strictObject({
      vaultId: idSchema,
      epoch,
      databaseKey: z.strictObject({ epoch, fingerprint: binary(32) }),
      recoveryKey: binary(32),
      users: z.array(user).min(1).max(mostUsers),
    }),
    verifyKey: binary(32),
    signature: binary(64),
  }),
  slots: z
    .array(z.strictObject({ ...encrypted, userId: idSchema, kdf, publicKey: binary(32) }))
    .min(1)
    .max(mostUsers),
  databaseKeys: z
    .array(z.strictObject({ ...sealed, userId: idSchema }))
    .min(1)
    .max(mostUsers),
  recovery: z.strictObject({
    ...encrypted,
    salt: binary(16),
    publicKey: binary(32),
    databaseKey: z.strictObject(sealed),
  }),
});

/**
 * Needs no password: what version 2 added is empty until the first change by an administrator, whose slot of
 * version 1 holds the key for it.
 */
export function upgradeContent1(content: z.output<typeof contentSchema1>): VaultContent {
  const roster = { ...content.roster, succession: [] };
  return { ...content, roster, administratorKeys: [], auditHeads: [] };
}
