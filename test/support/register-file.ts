import { join } from 'node:path';
import type { OpenRegisterOptions } from '#main/register/database/open.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { people, testPassword } from './people.ts';

/** What opens the database file of a test's register: what a staff member with tools of their own has at hand. */
export async function fileOf(folder: string): Promise<OpenRegisterOptions> {
  const vault = await unlock(vaultPlace(folder), { typedName: people.all.name }, testPassword);
  const { databaseKey: key, databaseFile, vaultId, keyEpoch, rosterEpoch } = vault;
  return { driver: sqlcipherDriver, file: join(folder, databaseFile), key, vaultId, keyEpoch, rosterEpoch };
}
