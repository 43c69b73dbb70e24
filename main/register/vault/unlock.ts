import type { Role } from '#shared/values/roles.ts';
import { nobody } from './door.ts';
import { passwordBits } from './kdf.ts';
import { nameKey } from './names.ts';
import { repinned } from './repin.ts';
import { isActive, type RosterUser } from './roster.ts';
import { openSlot, type Slot, type SlotKeys } from './slots.ts';
import { type OpenVault, openWithSlotKeys } from './vault.ts';
import type { Clinic, VaultContent } from './vault-content.ts';
import { damaged, VaultError } from './vault-error.ts';
import { readVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

/** What the sign-in screen shows before anyone has signed in. */
export interface PublicVault {
  readonly vaultId: string;
  readonly clinic: Clinic;
  readonly users: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[];
  readonly databaseFile: string;
  readonly keyEpoch: number;
}

/** Chosen from the list, or typed. */
export type Who = { readonly userId: string } | { readonly typedName: string };

/**
 * The part of the vault that is readable without a password; whole, but not yet proved to be the clinic's own.
 * @throws VaultError `no-vault`, `damaged`, `newer-version` or `hostile`
 */
export async function readVault(folder: string): Promise<PublicVault> {
  const { vaultId, clinic, roster, database } = await readVaultFile(folder);
  const users = roster.body.users.filter(isActive).map(({ id, name, roles }) => ({ id, name, roles }));
  return { vaultId, clinic, users, databaseFile: database.file, keyEpoch: roster.body.databaseKey.epoch };
}

/**
 * Opens the vault for a person. An unknown name costs as much and answers the same as a wrong password.
 * @throws VaultError `wrong-credentials`, `wait`, `choose-own-password` for a right one-time passphrase, or what
 * reading the vault gives
 */
export async function unlock(place: VaultPlace, who: Who, password: string): Promise<OpenVault> {
  const content = await readVaultFile(place.folder);
  const entered = await enter(place, content, who, password);
  if (entered.slot.oneTime) throw new VaultError({ kind: 'choose-own-password' });
  return repinned(place, content, entered, password);
}

/** What a right password gives, with what it opened. */
export interface Entered {
  readonly user: RosterUser;
  readonly slot: Slot;
  readonly slotKeys: SlotKeys;
  readonly open: OpenVault;
}

/** One try at the door, with a person's password or one-time passphrase. @throws VaultError as `unlock` */
export async function enter(
  place: VaultPlace,
  content: VaultContent,
  who: Who,
  password: string,
): Promise<Entered> {
  const user = content.roster.body.users.filter(isActive).find((candidate) => isMeant(candidate, who));
  const entered = await place.door.attempt(user?.id ?? nobody, async () => {
    if (!user) return hashInVain(content, password);
    const slot = slotOf(content, user.id);
    const slotKeys = await openSlot(content.vaultId, slot, password);
    return slotKeys && { user, slot, slotKeys, open: openWithSlotKeys(content, user, slotKeys) };
  });
  if (!entered) throw new VaultError({ kind: 'wrong-credentials' });
  return entered;
}

function isMeant(user: RosterUser, who: Who): boolean {
  return 'userId' in who ? user.id === who.userId : nameKey(user.name) === nameKey(who.typedName);
}

function slotOf({ slots }: VaultContent, userId: string): Slot {
  const slot = slots.find((entry) => entry.userId === userId);
  if (!slot) throw damaged('no-slot-for-user');
  return slot;
}

/** One hash whose result nobody needs, so that time does not tell which names exist. */
async function hashInVain({ slots }: VaultContent, password: string): Promise<undefined> {
  if (slots[0]) await passwordBits(password, slots[0].kdf);
}
