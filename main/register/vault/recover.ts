import { openKeySet } from './database-keys.ts';
import { signingPublicKey } from './key-pairs.ts';
import { demandStrongPassword } from './password-check.ts';
import { type KeysOfVault, newPerson, type PersonEntry, recoveryEntry, recoveryRecipient } from './people.ts';
import { newRecoveryKey, openRecoverySlot, type RecoveryKeys, type RecoverySlot } from './recovery.ts';
import { type RosterUser, rosterIsFrom, signRoster } from './roster.ts';
import { type OpenVault, openWithSlotKeys } from './vault.ts';
import { isActive, type VaultContent } from './vault-content.ts';
import { hostile, VaultError } from './vault-error.ts';
import { changeVaultFile, readVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

export interface Recovered {
  readonly open: OpenVault;
  /** The new recovery key, to be shown once; the one that was used opens nothing any more. */
  readonly recoveryKey: string;
}

/**
 * Gives an administrator new keys under a new password, by the recovery key. What the forgotten password held is
 * thrown away, so the person's public keys change and the roster is signed again.
 * @throws VaultError `recovery-key-invalid`, `not-administrator`, `weak-password`
 */
export async function recover(
  place: VaultPlace,
  usedRecoveryKey: string,
  person: { readonly userId: string; readonly newPassword: string },
): Promise<Recovered> {
  const recoveryKey = newRecoveryKey();
  const now = await readVaultFile(place.folder);
  const keys = openRecoverySlot(now.vaultId, usedRecoveryKey, now.recovery);
  const at = keysOfVault(now, keys);
  const user = administrator(now, person.userId);
  await demandStrongPassword(person.newPassword, user.name, now.clinic);
  const { id, name, roles, healthProfileGrant } = user;
  const { rosterSigningKey } = keys;
  const details = { id, name, roles, healthProfileGrant, password: person.newPassword, rosterSigningKey };
  const entry = await newPerson(at, details, await place.chooseCost());
  const recovery = recoveryEntry(at, recoveryKey, rosterSigningKey);
  const after = await changeVaultFile(place.folder, (content) => {
    if (content.roster.signature !== now.roster.signature) throw hostile('changed-during-recovery');
    return withNewKeys(content, entry, recovery, rosterSigningKey);
  });
  await place.door.forgive(id);
  return { open: openWithSlotKeys(after, entry.user, entry.slotKeys), recoveryKey };
}

/** Checks that the roster is the one that the recovery key trusts. @throws VaultError `hostile` */
function keysOfVault({ vaultId, roster, recovery }: VaultContent, keys: RecoveryKeys): KeysOfVault {
  const rosterVerifyKey = signingPublicKey(keys.rosterSigningKey);
  if (!rosterIsFrom(roster, rosterVerifyKey)) throw hostile('foreign-roster-key');
  const keyEpoch = roster.body.databaseKey.epoch;
  const recipient = recoveryRecipient({ vaultId, keyEpoch }, recovery.publicKey);
  const keySet = openKeySet(keys.sealingKey, recipient, recovery.databaseKey, roster.body);
  return { vaultId, keyEpoch, keySet, rosterVerifyKey };
}

function administrator({ roster }: VaultContent, userId: string): RosterUser {
  const user = roster.body.users.find(({ id }) => id === userId);
  if (!user || !isActive(user) || !user.roles.includes('admin'))
    throw new VaultError({ kind: 'not-administrator' });
  return user;
}

function withNewKeys(
  content: VaultContent,
  person: PersonEntry,
  recovery: RecoverySlot,
  rosterSigningKey: string,
): VaultContent {
  const { body } = content.roster;
  const id = person.user.id;
  const users = body.users.map((user) => (user.id === id ? person.user : user));
  return {
    ...content,
    roster: signRoster(
      { ...body, epoch: body.epoch + 1, recoveryKey: recovery.publicKey, users },
      rosterSigningKey,
    ),
    slots: content.slots.map((slot) => (slot.userId === id ? person.slot : slot)),
    databaseKeys: content.databaseKeys.map((key) => (key.userId === id ? person.databaseKey : key)),
    recovery,
  };
}
