import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import { type CrashPlace, crashPerson } from './deeds.ts';

export interface Found {
  /** Customers whose saving was answered, and who are not there any more. */
  readonly lost: number;
  /** What else is not as it must be. */
  readonly problems: readonly string[];
}

/**
 * The next sign-in after a kill: everything acknowledged is there, in one vault with one sound database; a backup
 * that got its final name is whole.
 * @param saved names of the customers by id
 */
export async function lookAfter(
  { dataDir, copies }: CrashPlace,
  saved: ReadonlyMap<string, string>,
): Promise<Found> {
  try {
    const { lost, problems } = await lookInto(placeOf(join(dataDir, 'register')), saved);
    for (const name of await readdir(copies)) {
      if (!name.startsWith('vastaanotto-') || name.endsWith('.partial')) continue;
      const copy = await lookInto(patientPlaceOf(join(copies, name)), new Map());
      problems.push(...copy.problems.map((problem) => `backup: ${problem}`));
    }
    return { lost, problems };
  } catch (error) {
    return { lost: saved.size, problems: [`the register or a backup does not open: ${String(error)}`] };
  }
}

const chooseCost = async () => minimumCost;
const placeOf = (folder: string) => vaultPlace(folder, { chooseCost });

/** A backup has no counter of failed sign-ins, which costs a delay: here each look at the clock is an hour later. */
function patientPlaceOf(folder: string): VaultPlace {
  let later = 0;
  return vaultPlace(folder, { chooseCost, monotonic: () => (later += 3_600_000) });
}

async function lookInto(
  place: VaultPlace,
  saved: ReadonlyMap<string, string>,
): Promise<{ lost: number; problems: string[] }> {
  const { folder } = place;
  const vault = await unlock(place, { typedName: crashPerson.name }, crashPerson.password);
  const register = await openRegister(place, vault);
  const rows = await register.database.read.selectFrom('customers').select(['id', 'last_name']).execute();
  await register.database.close();
  const found = new Map(rows.map((row) => [row.id, row.last_name]));
  const lost = [...saved].filter(([id, lastName]) => found.get(id) !== lastName).length;
  const { databaseFile, databaseKey } = register.vault;
  const problems = await findDamageInFile(sqlcipherDriver, join(folder, databaseFile), databaseKey);
  const others = (await readdir(folder)).filter(
    (name) => name.startsWith('register-') && name !== databaseFile,
  );
  return {
    lost,
    problems: others.length > 0 ? [...problems, `left behind: ${others.join(', ')}`] : problems,
  };
}
