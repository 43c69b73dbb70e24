import { addUser, type NewUser } from '#main/register/vault/accounts.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import type { VaultPlace } from '#main/register/vault/vault-place.ts';

/** Adds a person, and lets them choose their own password at once. */
export async function addPerson(
  place: VaultPlace,
  admin: OpenVault,
  { password, ...person }: NewUser & { readonly password: string },
): Promise<{ readonly userId: string; readonly rosterEpoch: number }> {
  const { userId, rosterEpoch, oneTimePassphrase } = await addUser(place, admin, person);
  await chooseOwnPassword(place, { userId }, oneTimePassphrase, password);
  return { userId, rosterEpoch };
}
