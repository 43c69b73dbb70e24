import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { roleSchema } from '#shared/values/roles.ts';
import { binary } from './binary.ts';
import { canonicalBytes } from './canonical-json.ts';
import { sign, signingPublicKey, verify } from './key-pairs.ts';
import { nameKey } from './names.ts';
import { continueSuccession, type Succession, successionSchema } from './succession.ts';

/** Far more than a small clinic has, few enough to keep the file under its size limit. */
export const mostUsers = 300;

/** People who have left, whose signatures still count; the earliest make room for later ones. */
export const mostFormer = 200;

/** A person's earlier verification keys; each reset of a password adds one. */
export const mostFormerKeys = 20;

const epochSchema = z.int().min(1).max(1_000_000_000);

export const unique = (values: readonly string[]) => new Set(values).size === values.length;

const nameSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^\P{C}+$/u);

export const rosterUserSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  roles: z.array(roleSchema).min(1).refine(unique),
  status: z.enum(['active', 'disabled']),
  healthProfileGrant: z.boolean(),
  /** X25519: database keys are sealed to it. */
  sealingKey: binary(32),
  /** Ed25519: the person's own signatures are checked with it. */
  verifyKey: binary(32),
  /** What they signed with before a reset of their password, the latest first. */
  formerVerifyKeys: z.array(binary(32)).min(1).max(mostFormerKeys).optional(),
});
export type RosterUser = z.output<typeof rosterUserSchema>;

/** Somebody who has left: their signatures in the audit log can still be checked. */
const formerPersonSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  verifyKeys: z.array(binary(32)).min(1).max(mostFormerKeys),
});
export type FormerPerson = z.output<typeof formerPersonSchema>;

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
  /** The latest to leave is the last. */
  former: z
    .array(formerPersonSchema)
    .max(mostFormer)
    .refine((people) => unique(people.map(({ id }) => id)))
    .optional(),
});
export type RosterBody = z.output<typeof rosterBodySchema>;

/** Who may sign in and as what: the only place where roles stand, signed with the administrators' key. */
export const rosterSchema = z.strictObject({
  body: rosterBodySchema,
  verifyKey: binary(32),
  signature: binary(64),
  /** How the key came to be `verifyKey`, the latest last. */
  succession: successionSchema,
});
export type Roster = z.output<typeof rosterSchema>;

export function signRoster(body: RosterBody, signingKey: string, succession: Succession): Roster {
  return {
    body,
    verifyKey: signingPublicKey(signingKey),
    signature: sign(signingKey, rosterBytes(body)).toString('base64url'),
    succession,
  };
}

/** Whether the signature is good under the key that the roster itself names: proves wholeness, not origin. */
export function rosterIsConsistent({
  body,
  verifyKey,
  signature,
}: Pick<Roster, 'body' | 'verifyKey' | 'signature'>) {
  return verify(verifyKey, rosterBytes(body), Buffer.from(signature, 'base64url'));
}

/** Whether it was signed with the key that a person's slot pins, or with one that this key leads to: proves origin. */
export function rosterIsFrom(roster: Roster, pinnedKey: string): boolean {
  const { body, verifyKey, succession } = roster;
  const leadsHere =
    pinnedKey === verifyKey || continueSuccession(body.vaultId, succession, pinnedKey) === verifyKey;
  return leadsHere && rosterIsConsistent(roster);
}

/** The keys with which a person's signatures may have been made, whether they still work here or have left. */
export function verifyKeysOf(
  { users, former = [] }: Pick<RosterBody, 'users' | 'former'>,
  userId: string,
): readonly string[] {
  const user = users.find(({ id }) => id === userId);
  if (user) return [user.verifyKey, ...(user.formerVerifyKeys ?? [])];
  return former.find(({ id }) => id === userId)?.verifyKeys ?? [];
}

export function isActive({ status }: Pick<RosterUser, 'status'>): boolean {
  return status === 'active';
}

export function isAdministrator(user: RosterUser): boolean {
  return isActive(user) && user.roles.includes('admin');
}

function rosterBytes(body: RosterBody): Buffer {
  return canonicalBytes('roster', body);
}
