import { z } from 'zod';
import { query, task } from '../../rpc/procedure.ts';
import { isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { type Role, roleSchema, roles } from '../../values/roles.ts';
import { requiredText } from '../../values/text.ts';

const administrators: readonly Role[] = ['admin'];

/** One line that can be shown anywhere; unique among the accounts, whatever the case of its letters. */
export const accountNameSchema = requiredText(80).refine((name) => !/\p{C}/u.test(name), {
  error: 'invalid',
});

/** At least one, each once. */
export const accountRolesSchema = z
  .array(roleSchema)
  .min(1, 'choose-answer')
  .max(roles.length)
  .refine((chosen) => new Set(chosen).size === chosen.length, { error: 'invalid' });

const account = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  status: z.enum(['active', 'disabled']),
  healthProfileGrant: z.boolean(),
  /** Has a one-time passphrase and has not chosen a password yet. */
  mustChoosePassword: z.boolean(),
  /** The confidentiality commitment (vaitiolositoumus); null when it is missing. */
  commitment: z.object({ signedOn: z.string(), version: z.int() }).nullable(),
  createdAt: z.string(),
  /** Null for the one who set the register up. */
  createdBy: z.string().nullable(),
  /** When it was last disabled; null while it is active. */
  disabledAt: z.string().nullable(),
  lastSignIn: z.object({ at: z.string(), workstation: z.string().nullable() }).nullable(),
  /** Failed tries since the last sign-in. */
  failedTries: z.int(),
});
export type Account = z.output<typeof account>;

const userId = idSchema;
const oneTime = z.object({ userId: z.string(), oneTimePassphrase: z.string() });
const nothing = z.object({});
const onAccount = { log: 'row' as const, entity: (input: { userId: string }) => entityOf(input.userId) };

/**
 * Everything that an administrator does to accounts. Tasks, because they hash and write the vault, a file of its own;
 * the vault is the commit and the database catches up.
 */
export const accountsContract = {
  list: query({
    access: administrators,
    input: z.strictObject({}),
    output: z.object({ accounts: z.array(account) }),
    audit: { log: 'none', why: 'accounts of the staff, which the caller runs; every change is logged' },
  }),
  /** The person chooses a password at first sign-in; the passphrase is shown this once. */
  add: task({
    access: administrators,
    input: z.strictObject({ name: accountNameSchema, roles: accountRolesSchema }),
    output: oneTime,
    audit: { log: 'row', entity: (_input, output) => output && entityOf(output.userId) },
    stale: ['accounts'],
  }),
  rename: task({
    access: administrators,
    input: z.strictObject({ userId, name: accountNameSchema }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts', 'auth'],
  }),
  setRoles: task({
    access: administrators,
    input: z.strictObject({ userId, roles: accountRolesSchema }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts', 'auth'],
  }),
  /** A manager decides who sees health profiles; the administrator records it, and that manager is told. */
  setHealthProfileGrant: task({
    access: administrators,
    input: z.strictObject({ userId, granted: z.boolean(), decidedBy: idSchema }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts'],
  }),
  disable: task({
    access: administrators,
    input: z.strictObject({ userId }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts'],
  }),
  enable: task({
    access: administrators,
    input: z.strictObject({ userId }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts'],
  }),
  /** New keys under a one-time passphrase, shown this once. Unsaved drafts of the person are lost. */
  resetPassword: task({
    access: administrators,
    input: z.strictObject({ userId }),
    output: oneTime,
    audit: onAccount,
    stale: ['accounts'],
  }),
  /** For good. The name stays in the log. */
  remove: task({
    access: administrators,
    input: z.strictObject({ userId }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts'],
  }),
  recordCommitment: task({
    access: administrators,
    input: z.strictObject({ userId, signedOn: isoDateSchema, expectedVersion: z.int().min(1).nullable() }),
    output: nothing,
    audit: onAccount,
    stale: ['accounts'],
  }),
  /** Prints the passphrase that `add` or `resetPassword` has just made; possible until the next one or a lock. */
  printPassphrase: task({
    access: administrators,
    input: z.strictObject({ userId, language: languageSchema }),
    output: z.object({ outcome: z.enum(['printed', 'cancelled']) }),
    audit: onAccount,
    stale: [],
  }),
};

function entityOf(id: string) {
  return { type: 'account', id };
}
