import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { binary } from './binary.ts';
import { canonicalBytes } from './canonical-json.ts';
import { verify } from './key-pairs.ts';
import { mostFormer, mostUsers, type RosterBody, unique, verifyKeysOf } from './roster.ts';

/** Where the audit log stood when somebody looked at it: its last row and that row's hash. */
const auditHeadSchema = z.strictObject({
  sequence: z.int().min(1),
  /** SHA-256 as 64 lower-case hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** UTC instant of the signature. */
  at: z.iso.datetime(),
});
export type AuditHead = z.output<typeof auditHeadSchema>;

/** A head with the Ed25519 signature (base64url) of the person who stands for it. The log must contain it for ever. */
export const signedHeadSchema = auditHeadSchema.extend({ userId: idSchema, signature: binary(64) });
export type SignedHead = z.output<typeof signedHeadSchema>;

/** The newest of each signer, also of those who have left. */
export const auditHeadsSchema = z
  .array(signedHeadSchema)
  .max(mostUsers + mostFormer)
  .refine((heads) => unique(heads.map(({ userId }) => userId)));

/** Whether a head (from the vault, the database or a backup) was signed by the person that it names. */
export function headIsSigned(body: RosterBody, { signature, ...head }: SignedHead): boolean {
  const bytes = headBytes(body.vaultId, head);
  return verifyKeysOf(body, head.userId).some((key) =>
    verify(key, bytes, Buffer.from(signature, 'base64url')),
  );
}

/** What is signed. The vault id is the id of the audit chain too. */
export function headBytes(
  vaultId: string,
  { userId, sequence, hash, at }: Omit<SignedHead, 'signature'>,
): Buffer {
  return canonicalBytes('audit-head', { vaultId, userId, sequence, hash, at });
}
