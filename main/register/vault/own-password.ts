import { normalReadAloud } from '#shared/values/read-aloud.ts';
import { demandStrongPassword } from './password-check.ts';
import { makeSlot, pinnedTo, type SlotKeys } from './slots.ts';
import { reopened, trustedSelf } from './trusted.ts';
import { enter, type Who } from './unlock.ts';
import type { OpenVault } from './vault.ts';
import { type VaultContent, withSlot } from './vault-content.ts';
import { VaultError } from './vault-error.ts';
import { changeVaultFile, readVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

/**
 * Puts a person's keys under a new password. The keys stay, so the open vault stays valid.
 * @throws VaultError `wrong-credentials`, `wait`, `weak-password`
 */
export async function changePassword(
  place: VaultPlace,
  open: OpenVault,
  passwords: { readonly current: string; readonly next: string },
): Promise<void> {
  const now = await readVaultFile(place.folder);
  const user = trustedSelf(now, open);
  const { slotKeys } = await enter(place, now, { userId: user.id }, passwords.current);
  await demandStrongPassword(passwords.next, user.name, now.clinic);
  await lockAgain(place, open, slotKeys, passwords.next, now);
}

/**
 * A person's own password in place of the one-time passphrase: the end of their first sign-in, or of the first after
 * a reset. Served at the door, with its delays; nobody has to be signed in.
 * @throws VaultError `wrong-credentials` (also when there is no one-time passphrase to replace), `wait`,
 * `weak-password`, `same-password`
 */
export async function chooseOwnPassword(
  place: VaultPlace,
  who: Who,
  oneTimePassphrase: string,
  newPassword: string,
): Promise<OpenVault> {
  const now = await readVaultFile(place.folder);
  const { user, slot, slotKeys, open } = await enter(place, now, who, oneTimePassphrase);
  if (!slot.oneTime) throw new VaultError({ kind: 'wrong-credentials' });
  if (normalReadAloud(newPassword) === normalReadAloud(oneTimePassphrase))
    throw new VaultError({ kind: 'same-password' });
  await demandStrongPassword(newPassword, user.name, now.clinic);
  const after = await lockAgain(place, open, slotKeys, newPassword, now);
  return reopened(after, open);
}

/** The same keys in a new slot, which trusts the roster's present key. */
async function lockAgain(
  place: VaultPlace,
  open: OpenVault,
  keys: SlotKeys,
  password: string,
  { vaultId, roster }: VaultContent,
): Promise<VaultContent> {
  const { id } = open.user;
  const slot = await makeSlot(
    { vaultId, userId: id, password },
    pinnedTo(roster.verifyKey, keys),
    await place.chooseCost(),
  );
  return changeVaultFile(place.folder, (content) => {
    trustedSelf(content, open);
    return withSlot(content, slot);
  });
}
