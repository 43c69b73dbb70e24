import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
import { sealedAdministratorKeySchema } from './administrator-keys.ts';
import { sealedKeySetSchema } from './database-keys.ts';
import { recoverySlotSchema } from './recovery.ts';
import { isActive, isAdministrator, mostUsers, rosterIsConsistent, rosterSchema } from './roster.ts';
import { auditHeadsSchema, headIsSigned } from './signed-heads.ts';
import { type Slot, slotSchema } from './slots.ts';
import { isUnbroken } from './succession.ts';
import { hostile } from './vault-error.ts';

/** A name beside the vault, never a path. */
const databaseFileSchema = z.string().regex(/^register-[0-9a-z][0-9a-z-]{0,60}\.db$/);

const line = z.string().max(200);

/** What stands on the sign-in screen. The register's own records hold the rest of the clinic's details. */
export const clinicSchema = z.strictObject({ name: line.min(1), street: line, postalCode: line, city: line });
export type Clinic = z.output<typeof clinicSchema>;

/** Version 2 of the vault's content. */
export const contentSchema = z.strictObject({
  vaultId: idSchema,
  clinic: clinicSchema,
  /** Which file is the register now. Unsigned, since anyone's sign-in may complete a migration to a new file. */
  database: z.strictObject({ file: databaseFileSchema }),
  roster: rosterSchema,
  slots: z.array(slotSchema).min(1).max(mostUsers),
  databaseKeys: z.array(sealedKeySetSchema).min(1).max(mostUsers),
  /** Empty in a vault that comes from version 1, until an administrator's first change. */
  administratorKeys: z.array(sealedAdministratorKeySchema).max(mostUsers),
  recovery: recoverySlotSchema,
  auditHeads: auditHeadsSchema,
});
export type VaultContent = z.output<typeof contentSchema>;

/**
 * What the schema cannot say: parts of one vault that belong together.
 * @throws VaultError `hostile`
 */
export function checkCoherence(content: VaultContent): void {
  const { roster, slots, databaseKeys, administratorKeys, recovery, auditHeads, vaultId } = content;
  const { users } = roster.body;
  if (!rosterIsConsistent(roster)) throw hostile('roster-signature');
  if (roster.body.vaultId !== vaultId) throw hostile('roster-of-another-vault');
  if (!leadsToItsKey(content)) throw hostile('broken-succession');
  if (!sameMembers(slots, users)) throw hostile('slots-and-roster-differ');
  if (!sameMembers(databaseKeys, users.filter(isActive))) throw hostile('database-keys-and-roster-differ');
  if (administratorKeys.length > 0 && !sameMembers(administratorKeys, users.filter(isAdministrator)))
    throw hostile('administrator-keys-and-roster-differ');
  if (recovery.publicKey !== roster.body.recoveryKey) throw hostile('recovery-key-and-roster-differ');
  if (!auditHeads.every((head) => headIsSigned(roster.body, head))) throw hostile('forged-audit-head');
}

/** The vault with another slot for the person it belongs to. */
export function withSlot(content: VaultContent, slot: Slot): VaultContent {
  return { ...content, slots: content.slots.map((entry) => (entry.userId === slot.userId ? slot : entry)) };
}

function leadsToItsKey({ vaultId, roster: { succession, verifyKey } }: VaultContent): boolean {
  if (succession.length === 0) return true;
  return succession.at(-1)?.verifyKey === verifyKey && isUnbroken(vaultId, succession);
}

/** Exactly one entry for each of the users. */
function sameMembers(entries: readonly { userId: string }[], users: readonly { id: string }[]): boolean {
  const ids = new Set(entries.map(({ userId }) => userId));
  return entries.length === users.length && users.every(({ id }) => ids.has(id));
}
