import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { sealedKeySetSchema } from './database-keys.ts';
import { recoverySlotSchema } from './recovery.ts';
import { mostUsers, type RosterUser, rosterIsConsistent, rosterSchema } from './roster.ts';
import { slotSchema } from './slots.ts';
import { hostile } from './vault-error.ts';

/** A name beside the vault, never a path. */
const databaseFileSchema = z.string().regex(/^register-[0-9a-z][0-9a-z-]{0,60}\.db$/);

const line = z.string().max(200);

/** What stands on the sign-in screen. The register's own records hold the rest of the clinic's details. */
export const clinicSchema = z.strictObject({ name: line.min(1), street: line, postalCode: line, city: line });
export type Clinic = z.output<typeof clinicSchema>;

/** Version 1 of the vault's content. */
export const contentSchema = z.strictObject({
  vaultId: idSchema,
  clinic: clinicSchema,
  /** Which file is the register now. Unsigned, since anyone's sign-in may complete a migration to a new file. */
  database: z.strictObject({ file: databaseFileSchema }),
  roster: rosterSchema,
  slots: z.array(slotSchema).min(1).max(mostUsers),
  databaseKeys: z.array(sealedKeySetSchema).min(1).max(mostUsers),
  recovery: recoverySlotSchema,
});
export type VaultContent = z.output<typeof contentSchema>;

/**
 * What the schema cannot say: parts of one vault that belong together.
 * @throws VaultError `hostile`
 */
export function checkCoherence(content: VaultContent): void {
  const { roster, slots, databaseKeys, recovery, vaultId } = content;
  const { users } = roster.body;
  if (!rosterIsConsistent(roster)) throw hostile('roster-signature');
  if (roster.body.vaultId !== vaultId) throw hostile('roster-of-another-vault');
  if (!sameMembers(slots, users)) throw hostile('slots-and-roster-differ');
  if (!sameMembers(databaseKeys, users.filter(isActive))) throw hostile('database-keys-and-roster-differ');
  if (recovery.publicKey !== roster.body.recoveryKey) throw hostile('recovery-key-and-roster-differ');
}

export function isActive({ status }: RosterUser): boolean {
  return status === 'active';
}

/** Exactly one entry for each of the users. */
function sameMembers(entries: readonly { userId: string }[], users: readonly { id: string }[]): boolean {
  const ids = new Set(entries.map(({ userId }) => userId));
  return entries.length === users.length && users.every(({ id }) => ids.has(id));
}
