import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import { removeDatabase } from './database/create.ts';
import type { RegisterDatabase } from './database/database.ts';
import { migrateCopy } from './database/migrate-copy.ts';
import { OpenError, openDatabase } from './database/open.ts';
import { sqlcipherDriver } from './database/sqlcipher-driver.ts';
import { commitDatabaseFile } from './vault/database-file.ts';
import type { OpenVault } from './vault/vault.ts';
import { readVaultFile } from './vault/vault-file.ts';
import type { VaultPlace } from './vault/vault-place.ts';

/** A register whose vault a person has opened: lives until the process is killed. */
export interface OpenRegister {
  /** Folder of `vault.json` and the database file, and the door before them. */
  readonly place: VaultPlace;
  readonly vault: OpenVault;
  readonly database: RegisterDatabase;
}

/**
 * Opens the database that an opened vault names. An older one is first brought to the current schema in a new
 * file; naming that file in the vault is the commit.
 * @throws AppError `storage-damaged`, or a rule that says why the file was left alone
 */
export async function openRegister(place: VaultPlace, vault: OpenVault): Promise<OpenRegister> {
  try {
    return await opened(place, vault);
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    if (error.problem === 'older-version') return opened(place, await migrated(place, vault));
    throw faultOfOpening(error);
  }
}

async function opened(place: VaultPlace, vault: OpenVault): Promise<OpenRegister> {
  const { databaseKey: key, databaseFile } = vault;
  const file = join(place.folder, databaseFile);
  const database = await openDatabase({ ...epochsOf(vault), driver: sqlcipherDriver, file, key });
  await removeLeftovers(place.folder, databaseFile);
  return { place, vault, database };
}

function epochsOf({ vaultId, keyEpoch, rosterEpoch }: OpenVault) {
  return { vaultId, keyEpoch, rosterEpoch };
}

async function migrated(place: VaultPlace, vault: OpenVault): Promise<OpenVault> {
  const target = newDatabaseName();
  await migrateCopy({
    driver: sqlcipherDriver,
    file: join(place.folder, vault.databaseFile),
    key: vault.databaseKey,
    targetFile: join(place.folder, target),
  });
  try {
    return await commitDatabaseFile(place, vault, target);
  } catch (error) {
    await removeUnnamed(place.folder, target);
    throw error;
  }
}

/** Removes a database that never became the register. One that the vault may name, as it cannot be read, stays. */
export async function removeUnnamed(folder: string, name: string): Promise<void> {
  const isNamed = await readVaultFile(folder).then(
    ({ database }) => database.file === name,
    () => true,
  );
  if (!isNamed) await removeDatabase(join(folder, name));
}

export function newDatabaseName(): string {
  return `register-${crypto.randomUUID()}.db`;
}

/** Files of an unfinished migration or rotation: the vault, just proved by a password, does not name them. */
async function removeLeftovers(folder: string, current: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, database] = /^(register-.*\.db)(-wal|-shm|-journal)?$/.exec(name) ?? [];
    if (database !== undefined && database !== current) await removeDatabase(join(folder, database));
  }
}

function faultOfOpening({ problem }: OpenError): AppError {
  if (problem === 'newer-version') return ruleBroken('register-newer-than-app', {});
  if (problem === 'older-vault') return ruleBroken('vault-older-than-register', {});
  return new AppError({ kind: 'storage-damaged' });
}
