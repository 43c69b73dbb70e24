import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { roleSchema } from '#shared/values/roles.ts';
import { binary } from './binary.ts';
import { canonicalBytes } from './canonical-json.ts';
import { sign, signingPublicKey, verify } from './key-pairs.ts';
import { nameKey } from './names.ts';

/** Far more than a small clinic has, few enough to keep the file under its size limit. */
export const mostUsers = 300;

const epochSchema = z.int().min(1).max(1_000_000_000);

const unique = (values: readonly string[]) => new Set(values).size === values.length;

const rosterUserSchema = z.strictObject({
  id: idSchema,
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^\P{C}+$/u),
  roles: z.array(roleSchema).min(1).refine(unique),
  status: z.enum(['active', 'disabled']),
  healthProfileGrant: z.boolean(),
  /** X25519: database keys are sealed to it. */
  sealingKey: binary(32),
  /** Ed25519: the person's own signatures are checked with it. */
  verifyKey: binary(32),
});
export type RosterUser = z.output<typeof rosterUserSchema>;

const rosterBodySchema = z.strictObject({
  vaultId: idSchema,
  /** Grows with every change of the roster; the database remembers the latest it has seen. */
  epoch: epochSchema,
  /** Which database key is the register's: anybody can seal a key to a person, only an administrator can name it. */
  databaseKey: z.strictObject({ epoch: epochSchema, fingerprint: binary(32) }),
  /** X25519: the public half of the recovery key. */
  recoveryKey: binary(32),
  users: z
    .array(rosterUserSchema)
    .min(1)
    .max(mostUsers)
    .refine((users) => unique(users.map(({ id }) => id)))
    .refine((users) => unique(users.map(({ name }) => nameKey(name)))),
});
export type RosterBody = z.output<typeof rosterBodySchema>;

/** Who may sign in and as what: the only place where roles stand, signed with the administrators' key. */
export const rosterSchema = z.strictObject({
  body: rosterBodySchema,
  verifyKey: binary(32),
  signature: binary(64),
});
export type Roster = z.output<typeof rosterSchema>;

export function signRoster(body: RosterBody, signingKey: string): Roster {
  return {
    body,
    verifyKey: signingPublicKey(signingKey),
    signature: sign(signingKey, rosterBytes(body)).toString('base64url'),
  };
}

/** Whether the signature is good under the key that the roster itself names: proves wholeness, not origin. */
export function rosterIsConsistent(roster: Roster): boolean {
  return verify(roster.verifyKey, rosterBytes(roster.body), Buffer.from(roster.signature, 'base64url'));
}

/** Whether it was signed with the key that a person's slot pins: proves origin. */
export function rosterIsFrom(roster: Roster, pinnedKey: string): boolean {
  return roster.verifyKey === pinnedKey && rosterIsConsistent(roster);
}

function rosterBytes(body: RosterBody): Buffer {
  return canonicalBytes('roster', body);
}
