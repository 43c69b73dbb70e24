import { type Administered, administer } from './administration.ts';
import { openAdministratorKey } from './administrator-keys.ts';
import { openKeySet } from './database-keys.ts';
import { signingKeyPair, signingPublicKey } from './key-pairs.ts';
import { demandStrongPassword } from './password-check.ts';
import { newKeys, withNewKeys } from './people.ts';
import { makeRecoveryHeader, newRecoveryKey, openRecoverySlot, type RecoveryKeys } from './recovery.ts';
import { isAdministrator, type RosterUser, rosterIsFrom } from './roster.ts';
import { recoveryRecipient, sealVault, type VaultKeys } from './seal-vault.ts';
import { type OpenVault, openWithSlotKeys } from './vault.ts';
import { type VaultContent, withSlot } from './vault-content.ts';
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
 * thrown away, so the person's public keys change, and a new key succeeds the one that signed the roster.
 * @throws VaultError `recovery-key-invalid`, `not-administrator`, `weak-password`, `changed-meanwhile`
 */
export async function recover(
  place: VaultPlace,
  usedRecoveryKey: string,
  person: { readonly userId: string; readonly newPassword: string },
): Promise<Recovered> {
  const recoveryKey = newRecoveryKey();
  const now = await readVaultFile(place.folder);
  const { vaultId } = now;
  const keys = keysByRecoveryKey(now, openRecoverySlot(vaultId, usedRecoveryKey, now.recovery));
  const user = administrator(now, person.userId);
  await demandStrongPassword(person.newPassword, user.name, now.clinic);
  const successor = signingKeyPair();
  const rosterVerifyKey = successor.publicKey;
  const cost = await place.chooseCost();
  const { userId, newPassword: password } = person;
  const fresh = await newKeys({ vaultId, userId, rosterVerifyKey, password, cost });
  const recovery = makeRecoveryHeader(vaultId, recoveryKey, rosterVerifyKey);
  const after = await changeVaultFile(place.folder, (content) => {
    if (content.roster.signature !== now.roster.signature)
      throw new VaultError({ kind: 'changed-meanwhile' });
    const { body, succession } = content.roster;
    return sealVault(
      {
        ...withSlot(content, fresh.slot),
        body: { ...body, epoch: body.epoch + 1, users: withNewKeys(body, userId, fresh) },
        keyEpoch: body.databaseKey.epoch,
        recovery,
        succession,
      },
      { ...keys, successor },
    );
  });
  await place.door.forgive(userId);
  return { open: openWithSlotKeys(after, administrator(after, userId), fresh.slotKeys), recoveryKey };
}

/**
 * Puts another recovery key in the place of the present one, when its paper was lost or seen: the earlier one opens
 * nothing any more, and what it could open in an older copy of the vault signs no roster from now on.
 * @param recoveryKey from `newRecoveryKey`, already shown
 * @throws VaultError `not-administrator`, `recovery-key-invalid`
 */
export function renewRecoveryKey(
  place: VaultPlace,
  admin: OpenVault,
  recoveryKey: string,
): Promise<Administered> {
  const successor = signingKeyPair();
  const recovery = makeRecoveryHeader(admin.vaultId, recoveryKey, successor.publicKey);
  return administer(place, admin, () => ({ recovery, successor }));
}

/** Checks that the roster is one that the recovery key trusts. @throws VaultError `hostile` */
function keysByRecoveryKey({ vaultId, roster, recovery }: VaultContent, keys: RecoveryKeys): VaultKeys {
  const pinned = keys.version === 1 ? signingPublicKey(keys.rosterSigningKey) : keys.rosterVerifyKey;
  if (!rosterIsFrom(roster, pinned)) throw hostile('foreign-roster-key');
  const recipient = recoveryRecipient(vaultId, roster.body.databaseKey.epoch, recovery.publicKey);
  const keySet = openKeySet(keys.sealingKey, recipient, recovery.databaseKey, roster.body);
  if (recovery.administratorKey) {
    const { administratorKey } = recovery;
    const rosterSigningKey = openAdministratorKey(
      keys.sealingKey,
      recipient,
      administratorKey,
      roster.verifyKey,
    );
    return { keySet, rosterSigningKey };
  }
  if (keys.version === 1 && pinned === roster.verifyKey)
    return { keySet, rosterSigningKey: keys.rosterSigningKey };
  throw hostile('no-administrator-key');
}

function administrator({ roster }: VaultContent, userId: string): RosterUser {
  const user = roster.body.users.find(({ id }) => id === userId);
  if (!user || !isAdministrator(user)) throw new VaultError({ kind: 'not-administrator' });
  return user;
}
