import { uuidv7 } from 'uuidv7';
import type { Role } from '#shared/values/roles.ts';
import { nameKey, tidyName } from './names.ts';
import { demandStrongPassword } from './password-check.ts';
import { newPerson, type PersonEntry } from './people.ts';
import { type RosterUser, signRoster } from './roster.ts';
import { makeSlot } from './slots.ts';
import { slotKeysByPassword } from './unlock.ts';
import { checkTrust, type OpenVault, openWithSlotKeys, secretsOf } from './vault.ts';
import { isActive, type VaultContent } from './vault-content.ts';
import { hostile, VaultError } from './vault-error.ts';
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
  const slotKeys = await slotKeysByPassword(place, now, user.id, passwords.current);
  await demandStrongPassword(passwords.next, user.name, now.clinic);
  const owner = { vaultId: open.vaultId, userId: user.id, password: passwords.next };
  const slot = await makeSlot(owner, slotKeys, await place.chooseCost());
  await changeVaultFile(place.folder, (content) => {
    trustedSelf(content, open);
    return { ...content, slots: content.slots.map((entry) => (entry.userId === user.id ? slot : entry)) };
  });
}

export interface NewUser {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
  readonly healthProfileGrant?: boolean;
}

/**
 * Adds a person: keys under their password, the database key sealed to them, the roster signed again.
 * @returns their id, and the roster epoch that the database must learn
 * @throws VaultError `not-administrator`, `name-taken`, `weak-password`
 */
export async function addUser(
  place: VaultPlace,
  admin: OpenVault,
  input: NewUser,
): Promise<{ userId: string; rosterEpoch: number }> {
  const { slotKeys, keySet } = secretsOf(admin);
  const { rosterSigningKey, rosterVerifyKey } = slotKeys;
  if (!admin.canAdminister || !rosterSigningKey) throw new VaultError({ kind: 'not-administrator' });
  const now = await readVaultFile(place.folder);
  demandFreeName(now, input.name);
  await demandStrongPassword(input.password, input.name, now.clinic);
  const { vaultId, keyEpoch } = admin;
  const person = await newPerson(
    { vaultId, keyEpoch, keySet, rosterVerifyKey },
    {
      id: uuidv7(),
      name: tidyName(input.name),
      roles: [...input.roles],
      healthProfileGrant: input.healthProfileGrant ?? false,
      password: input.password,
      rosterSigningKey: input.roles.includes('admin') ? rosterSigningKey : undefined,
    },
    await place.chooseCost(),
  );
  const after = await changeVaultFile(place.folder, (content) => {
    demandAdministrator(trustedSelf(content, admin));
    demandFreeName(content, input.name);
    return withPerson(content, person, rosterSigningKey);
  });
  return { userId: person.user.id, rosterEpoch: after.roster.body.epoch };
}

/**
 * Makes another file the register (after a migration to a new file, verified and fsynced by the caller).
 * Writing the vault is the commit.
 */
export async function commitDatabaseFile(
  place: VaultPlace,
  open: OpenVault,
  file: string,
): Promise<OpenVault> {
  const after = await changeVaultFile(place.folder, (content) => {
    trustedSelf(content, open);
    return { ...content, database: { file } };
  });
  return openWithSlotKeys(after, trustedSelf(after, open), secretsOf(open).slotKeys);
}

/**
 * The person of an open vault, in the vault as it is on disk now.
 * @throws VaultError `hostile` when the file was exchanged meanwhile
 */
function trustedSelf(content: VaultContent, open: OpenVault): RosterUser {
  const { epoch, users } = content.roster.body;
  if (epoch < open.rosterEpoch) throw hostile('vault-went-back');
  const self = users.find(({ id }) => id === open.user.id);
  if (!self || !isActive(self)) throw hostile('person-left-the-roster');
  checkTrust(content, self, secretsOf(open).slotKeys);
  return self;
}

function demandAdministrator(user: RosterUser): void {
  if (!user.roles.includes('admin')) throw new VaultError({ kind: 'not-administrator' });
}

function demandFreeName({ roster }: VaultContent, name: string): void {
  if (roster.body.users.some((user) => nameKey(user.name) === nameKey(name))) {
    throw new VaultError({ kind: 'name-taken' });
  }
}

function withPerson(content: VaultContent, person: PersonEntry, rosterSigningKey: string): VaultContent {
  const { body } = content.roster;
  const users = [...body.users, person.user];
  return {
    ...content,
    roster: signRoster({ ...body, epoch: body.epoch + 1, users }, rosterSigningKey),
    slots: [...content.slots, person.slot],
    databaseKeys: [...content.databaseKeys, person.databaseKey],
  };
}
