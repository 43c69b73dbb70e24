import { makeSlot, pinnedTo, type Slot, type SlotKeys } from './slots.ts';
import { reopened } from './trusted.ts';
import type { OpenVault } from './vault.ts';
import { type VaultContent, withSlot } from './vault-content.ts';
import { changeVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

interface Entered {
  readonly slot: Slot;
  readonly slotKeys: SlotKeys;
  readonly open: OpenVault;
}

/**
 * After a succession of the roster's key: the person's slot made anew, so that it trusts the present key and no
 * longer the earlier one. Only now, at a sign-in, is the password at hand. Costs one more hash, once.
 * A full disk does not keep anybody out: the next sign-in tries again.
 */
export async function repinned(
  place: VaultPlace,
  { vaultId, roster }: VaultContent,
  { slot, slotKeys, open }: Entered,
  password: string,
): Promise<OpenVault> {
  if (slotKeys.rosterVerifyKey === roster.verifyKey) return open;
  const { userId, kdf } = slot;
  const renewed = await makeSlot({ vaultId, userId, password }, pinnedTo(roster.verifyKey, slotKeys), kdf);
  try {
    const after = await changeVaultFile(place.folder, (content) => {
      const isUnchanged = content.slots.some(({ ciphertext }) => ciphertext === slot.ciphertext);
      return isUnchanged ? withSlot(content, renewed) : content;
    });
    return reopened(after, open);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return open;
    throw error;
  }
}
