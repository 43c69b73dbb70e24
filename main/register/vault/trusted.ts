import { isActive, type RosterUser } from './roster.ts';
import { checkTrust, type OpenVault, openWithSlotKeys, secretsOf } from './vault.ts';
import type { VaultContent } from './vault-content.ts';
import { hostile } from './vault-error.ts';
import { readVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

/**
 * The person of an open vault, in the vault as it is on disk now.
 * @throws VaultError `hostile` when the file was exchanged meanwhile
 */
export function trustedSelf(content: VaultContent, open: OpenVault): RosterUser {
  const { epoch, users } = content.roster.body;
  if (epoch < open.rosterEpoch) throw hostile('vault-went-back');
  const self = users.find(({ id }) => id === open.user.id);
  if (!self || !isActive(self)) throw hostile('person-left-the-roster');
  checkTrust(content, self, secretsOf(open).slotKeys);
  return self;
}

/** The vault as it is on disk now, proved to be the one that the person has open. @throws VaultError as reading, `hostile` */
export async function trustedContent(place: VaultPlace, open: OpenVault): Promise<VaultContent> {
  const content = await readVaultFile(place.folder);
  trustedSelf(content, open);
  return content;
}

/** The open vault with what the file says now: roles, epochs, keys. */
export function reopened(content: VaultContent, open: OpenVault): OpenVault {
  return openWithSlotKeys(content, trustedSelf(content, open), secretsOf(open).slotKeys);
}
