import { uuidv7 } from 'uuidv7';
import type { Role } from '#shared/values/roles.ts';
import { type Administered, administer, type Proposal } from './administration.ts';
import { tidyName } from './names.ts';
import { newOneTimePassphrase } from './one-time-passphrase.ts';
import { type NewKeys, newKeys, withNewKeys } from './people.ts';
import { type FormerPerson, mostFormerKeys, type RosterUser, verifyKeysOf } from './roster.ts';
import { trustedContent } from './trusted.ts';
import type { OpenVault } from './vault.ts';
import { type VaultContent, withSlot } from './vault-content.ts';
import { VaultError } from './vault-error.ts';
import type { VaultPlace } from './vault-place.ts';

// Everything here is done by a signed-in administrator, in one atomic write of the vault, and throws VaultError
// `not-administrator`, `not-found` for a person who is not (any more) in the roster, what account-rules.ts refuses,
// or `hostile` when the vault was exchanged under the session.

/** An account as an administrator sees it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly status: 'active' | 'disabled';
  readonly healthProfileGrant: boolean;
  /** They have a one-time passphrase and have not chosen a password of their own yet. */
  readonly mustChoosePassword: boolean;
}

/** Everybody's account, also the disabled ones. @throws VaultError as reading, `hostile` */
export async function listAccounts(place: VaultPlace, open: OpenVault): Promise<Account[]> {
  const { roster, slots } = await trustedContent(place, open);
  const oneTime = new Set(slots.filter((slot) => slot.oneTime).map(({ userId }) => userId));
  return roster.body.users.map(({ id, name, roles, status, healthProfileGrant }) => {
    return { id, name, roles, status, healthProfileGrant, mustChoosePassword: oneTime.has(id) };
  });
}

export interface NewUser {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly healthProfileGrant?: boolean;
}

/** A passphrase that only lets its person choose a password of their own; to be shown once. */
export interface OneTime {
  readonly oneTimePassphrase: string;
}

/** Adds a person with a one-time passphrase. Their id is made here. */
export async function addUser(
  place: VaultPlace,
  admin: OpenVault,
  input: NewUser,
): Promise<Administered & OneTime & { readonly userId: string }> {
  const userId = uuidv7();
  const { keys, oneTimePassphrase } = await oneTimeKeys(place, await trustedContent(place, admin), userId);
  const person: RosterUser = {
    id: userId,
    name: tidyName(input.name),
    roles: [...input.roles],
    status: 'active',
    healthProfileGrant: input.healthProfileGrant ?? false,
    ...keys.publicKeys,
  };
  const administered = await administer(place, admin, ({ roster, slots }) => ({
    users: [...roster.body.users, person],
    slots: [...slots, keys.slot],
  }));
  return { ...administered, userId, oneTimePassphrase };
}

/** New keys under a one-time passphrase; what was sealed to the old ones (a draft) is lost with the old password. */
export async function resetPassword(
  place: VaultPlace,
  admin: OpenVault,
  userId: string,
): Promise<Administered & OneTime> {
  const content = await trustedContent(place, admin);
  userOf(content, userId);
  const { keys, oneTimePassphrase } = await oneTimeKeys(place, content, userId);
  const administered = await administer(place, admin, (now) => {
    userOf(now, userId);
    return { users: withNewKeys(now.roster.body, userId, keys), slots: withSlot(now, keys.slot).slots };
  });
  await place.door.forgive(userId);
  return { ...administered, oneTimePassphrase };
}

/** @throws VaultError `name-taken` */
export function renameUser(
  place: VaultPlace,
  admin: OpenVault,
  userId: string,
  name: string,
): Promise<Administered> {
  return administer(place, admin, (content) => changed(content, userId, { name: tidyName(name) }));
}

/** @throws VaultError `own-role`, `last-administrator`, `last-manager` */
export function setRoles(
  place: VaultPlace,
  admin: OpenVault,
  userId: string,
  roles: readonly Role[],
): Promise<Administered> {
  return administer(place, admin, (content) => changed(content, userId, { roles: [...roles] }));
}

/** @throws VaultError `own-role` */
export function setHealthProfileGrant(
  place: VaultPlace,
  admin: OpenVault,
  userId: string,
  granted: boolean,
): Promise<Administered> {
  return administer(place, admin, (content) => changed(content, userId, { healthProfileGrant: granted }));
}

/** Takes the keys away, and leaves the account. @throws VaultError `own-account`, `last-administrator`, `last-manager` */
export function disableUser(place: VaultPlace, admin: OpenVault, userId: string): Promise<Administered> {
  return administer(place, admin, (content) => changed(content, userId, { status: 'disabled' }));
}

/** Gives the keys back, under the password that the person had. */
export function enableUser(place: VaultPlace, admin: OpenVault, userId: string): Promise<Administered> {
  return administer(place, admin, (content) => changed(content, userId, { status: 'active' }));
}

/**
 * Takes a person out for good; only their name and verification keys stay, so that what they signed can be checked.
 * @throws VaultError `own-account`, `last-administrator`, `last-manager`
 */
export function removeUser(place: VaultPlace, admin: OpenVault, userId: string): Promise<Administered> {
  return administer(place, admin, (content) => {
    const { body } = content.roster;
    const { id, name } = userOf(content, userId);
    const left: FormerPerson = { id, name, verifyKeys: verifyKeysOf(body, id).slice(0, mostFormerKeys) };
    return {
      left,
      users: body.users.filter((user) => user.id !== userId),
      slots: content.slots.filter((slot) => slot.userId !== userId),
    };
  });
}

async function oneTimeKeys(
  place: VaultPlace,
  { vaultId, roster }: VaultContent,
  userId: string,
): Promise<OneTime & { readonly keys: NewKeys }> {
  const oneTimePassphrase = newOneTimePassphrase();
  const cost = await place.chooseCost();
  const lock = { vaultId, userId, rosterVerifyKey: roster.verifyKey, cost };
  const keys = await newKeys({ ...lock, password: oneTimePassphrase, oneTime: true });
  return { keys, oneTimePassphrase };
}

function userOf({ roster }: VaultContent, userId: string): RosterUser {
  const user = roster.body.users.find(({ id }) => id === userId);
  if (!user) throw new VaultError({ kind: 'not-found' });
  return user;
}

function changed(content: VaultContent, userId: string, change: Partial<RosterUser>): Proposal {
  userOf(content, userId);
  const { users } = content.roster.body;
  return { users: users.map((user) => (user.id === userId ? { ...user, ...change } : user)) };
}
