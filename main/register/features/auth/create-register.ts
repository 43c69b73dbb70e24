import { open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clinic } from '#shared/features/auth/contract.ts';
import { ruleBroken } from '#shared/rpc/fault.ts';
import { createDatabase } from '../../database/create.ts';
import { openDatabase } from '../../database/open.ts';
import { sqlcipherDriver } from '../../database/sqlcipher-driver.ts';
import type { Seed } from '../../feature-module.ts';
import { newDatabaseName, type OpenRegister, openRegister } from '../../open-register.ts';
import { createVault } from '../../vault/create.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { registerTraces } from '../../vault/vault-file.ts';
import { type VaultPlace, vaultPlace } from '../../vault/vault-place.ts';

export interface NewRegister {
  readonly clinic: Clinic;
  readonly person: { readonly name: string; readonly password: string };
  readonly recoveryKey: string;
  readonly now: string;
}

/**
 * Makes vault and database in a folder beside the final one; renaming that folder is the one commit. A kill
 * before it leaves nothing that counts, and a register that exists is never touched.
 * @throws AppError `register-exists`; VaultError `weak-password`
 */
export async function createRegister(
  place: VaultPlace,
  input: NewRegister,
  seeds: readonly Seed[],
  newId: () => string,
): Promise<OpenRegister> {
  if (await registerTraces(place.folder)) throw ruleBroken('register-exists', {});
  const draft = `${place.folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const databaseFile = newDatabaseName();
  const vault = await createVault(vaultPlace(draft, { chooseCost: place.chooseCost }), {
    clinic: onSignInScreen(input.clinic),
    person: { name: input.person.name, roles: ['reception', 'manager', 'admin'] },
    password: input.person.password,
    recoveryKey: input.recoveryKey,
    databaseFile,
  });
  await fillDatabase(join(draft, databaseFile), vault, input, seeds, newId);
  await putInPlace(draft, place.folder);
  return openRegister(place, vault);
}

/** `vault.json` can be read without a password: only what the sign-in screen shows goes there. */
function onSignInScreen({ name, street, postalCode, city }: Clinic) {
  return { name, street, postalCode, city };
}

async function fillDatabase(
  file: string,
  vault: OpenVault,
  input: NewRegister,
  seeds: readonly Seed[],
  newId: () => string,
): Promise<void> {
  const { vaultId, keyEpoch, rosterEpoch, databaseKey: key, user } = vault;
  const access = { driver: sqlcipherDriver, file, key, vaultId, keyEpoch, rosterEpoch };
  const { now, clinic } = input;
  await createDatabase({ ...access, now });
  const database = await openDatabase(access);
  try {
    await database.write(async (tx) => {
      await tx
        .insertInto('office')
        .values(officeRow(clinic, user.id, now))
        .execute();
      for (const seed of seeds) await seed(tx, { clinicName: clinic.name, person: user, now, newId });
    });
  } finally {
    await database.close();
  }
}

function officeRow(clinic: Clinic, userId: string, now: string) {
  return {
    id: 1 as const,
    name: clinic.name,
    business_id: clinic.businessId,
    street: clinic.street,
    postal_code: clinic.postalCode,
    city: clinic.city,
    phone: clinic.phone,
    email: clinic.email,
    data_contact: clinic.dataContact,
    answer_within_months: 1,
    version: 1,
    updated_at: now,
    updated_by: userId,
  };
}

/**
 * The counter of failed sign-ins can outlive its register, or a restore may have brought it alone: it guards nothing
 * then. Whatever else lies in the folder stays there and stops the set-up.
 */
async function makeRoom(folder: string): Promise<void> {
  if (await registerTraces(folder)) throw ruleBroken('register-exists', {});
  for (const name of ['door.json', 'door.json.new']) await rm(join(folder, name), { force: true });
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** `rename` fails on a folder that is not empty, which is the last guard against overwriting. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  await makeRoom(folder);
  await rename(draft, folder);
  if (process.platform === 'win32') return;
  const parent = await open(dirname(folder), 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}
