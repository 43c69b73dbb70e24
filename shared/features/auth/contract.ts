import { z } from 'zod';
import { anyStaff, command, query, task } from '../../rpc/procedure.ts';
import { businessIdSchema } from '../../values/business-id.ts';
import { emailSchema } from '../../values/email.ts';
import { languageSchema } from '../../values/language.ts';
import { newPasswordSchema, typedPasswordSchema } from '../../values/password.ts';
import { phoneSchema } from '../../values/phone.ts';
import { postalCodeSchema } from '../../values/postal-code.ts';
import { typedGroupsSchema } from '../../values/recovery-groups.ts';
import { roleSchema } from '../../values/roles.ts';
import { requiredText } from '../../values/text.ts';

/** The clinic's details: the controller (rekisterinpitäjä) in every letter and report. */
export const clinicSchema = z.strictObject({
  name: requiredText(120),
  businessId: businessIdSchema,
  street: requiredText(120),
  postalCode: postalCodeSchema,
  city: requiredText(60),
  phone: phoneSchema,
  email: emailSchema,
  /** Who answers for data matters (GDPR Art. 13(1)(a): contact details of the controller). */
  dataContact: requiredText(120),
});
export type Clinic = z.output<typeof clinicSchema>;

export const firstPersonSchema = z.strictObject({
  name: requiredText(80),
  password: newPasswordSchema,
  confidentialityAccepted: z.literal(true, { error: 'must-be-accepted' }),
});

const signedInSchema = z.object({
  userId: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  clinicName: z.string(),
  idleMinutes: z.int(),
});
export type SignedInPerson = z.output<typeof signedInSchema>;

const doorState = z.object({
  /** `none`: first run. `damaged`, `newer`: shown with what can be done; nothing was touched. */
  register: z.enum(['none', 'present', 'damaged', 'newer']),
  clinic: z
    .object({ name: z.string(), street: z.string(), postalCode: z.string(), city: z.string() })
    .nullable(),
  users: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(roleSchema) })),
  /** Whole seconds until the next try is taken; 0 when there is no wait. */
  waitSeconds: z.int(),
  workstation: z.string(),
});
export type DoorState = z.output<typeof doorState>;

/** A person of the list, or a name typed by hand. */
const who = z.union([
  z.strictObject({ userId: z.string().max(64) }),
  z.strictObject({ typedName: requiredText(80) }),
]);

export const authContract = {
  status: query({
    access: 'door',
    input: z.strictObject({}),
    output: doorState,
    audit: { log: 'none', why: 'nobody is known yet; shows what vault.json shows' },
  }),
  /** Makes a recovery key and keeps it in memory until the register is created with it. */
  newRecoveryKey: command({
    access: 'door',
    input: z.strictObject({}),
    output: z.object({ groups: z.array(z.string()) }),
    audit: { log: 'none', why: 'there is no register yet' },
    stale: [],
  }),
  /** Prints the key that `newRecoveryKey` made. */
  printRecoveryKey: task({
    access: 'door',
    input: z.strictObject({ language: languageSchema, clinicName: requiredText(120) }),
    output: z.object({ outcome: z.enum(['printed', 'cancelled']) }),
    audit: { log: 'none', why: 'there is no register yet' },
    stale: [],
  }),
  /** Creates vault and database and signs the first person in. An existing register is never overwritten. */
  createRegister: command({
    access: 'door',
    input: z.strictObject({
      clinic: clinicSchema,
      person: firstPersonSchema,
      recoveryGroups: typedGroupsSchema,
    }),
    output: signedInSchema,
    audit: { log: 'row' },
    stale: ['auth'],
  }),
  unlock: command({
    access: 'door',
    input: z.strictObject({ who, password: typedPasswordSchema }),
    output: signedInSchema,
    audit: { log: 'row' },
    stale: ['auth'],
  }),
  /** The end of a first sign-in: an own password in place of the one-time passphrase. */
  chooseOwnPassword: command({
    access: 'door',
    input: z.strictObject({ who, oneTimePassphrase: typedPasswordSchema, newPassword: newPasswordSchema }),
    output: signedInSchema,
    audit: { log: 'row' },
    stale: ['auth'],
  }),
  /** A new password by the recovery key, which is used up; the new key is shown once. */
  recover: command({
    access: 'door',
    input: z.strictObject({
      recoveryKey: z.string().max(80),
      userId: z.string().max(64),
      newPassword: newPasswordSchema,
    }),
    output: z.object({ person: signedInSchema, newRecoveryKey: z.array(z.string()) }),
    audit: { log: 'row' },
    stale: ['auth'],
  }),
  session: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: signedInSchema,
    audit: { log: 'none', why: "shows only the caller's own name and roles" },
  }),
  /** The caller's own latest sign-ins, this one first, and the tries that failed with their name. */
  ownSignIns: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: z.object({
      signIns: z.array(z.object({ at: z.string(), workstation: z.string().nullable() })),
      /** Since the sign-in before this one, the latest first, at most fifty. */
      failedTries: z.array(z.string()),
    }),
    audit: { log: 'none', why: "shows only the caller's own sign-ins" },
  }),
  /** A task, because hashing takes about a second and the vault is a file of its own. */
  changePassword: task({
    access: anyStaff,
    input: z.strictObject({ oldPassword: typedPasswordSchema, newPassword: newPasswordSchema }),
    output: z.object({}),
    audit: { log: 'row', entity: () => ({ type: 'account', id: 'own' }) },
    stale: [],
  }),
};
