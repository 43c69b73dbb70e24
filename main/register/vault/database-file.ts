import { type Administered, administer } from './administration.ts';
import type { KeySet } from './database-keys.ts';
import { reopened, trustedSelf } from './trusted.ts';
import type { OpenVault } from './vault.ts';
import { VaultError } from './vault-error.ts';
import { changeVaultFile, readVaultFile } from './vault-file.ts';
import { formatVault } from './vault-format.ts';
import type { VaultPlace } from './vault-place.ts';

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
  return reopened(after, open);
}

/**
 * The vault's bytes as they are now, but naming another file: a copy of the register that is kept elsewhere. Nothing
 * signed changes, and everybody's passwords open it.
 */
export async function vaultNaming(folder: string, file: string): Promise<Buffer> {
  return formatVault({ ...(await readVaultFile(folder)), database: { file } });
}

export interface RotatedDatabase {
  /** Name (not path) of the new file: the register exported under the new key, verified and fsynced by the caller. */
  readonly databaseFile: string;
  /** From `newKeySet`; the new file is encrypted with its `database`. */
  readonly newKeySet: KeySet;
}

/**
 * Makes a file under a new database key the register: the key epoch grows by one, the key is sealed to every active
 * person and to the recovery key, and the roster names file and key. Writing the vault is the commit of the rotation;
 * before it the old file and key are the register, after it the new ones.
 * @returns the open vault with the new key; `open.keyEpoch` is what the new file must say
 * @throws VaultError `not-administrator`, `changed-meanwhile` when the vault no longer names the file and key epoch
 * that the administrator's session works on
 */
export function rotateDatabaseKey(
  place: VaultPlace,
  admin: OpenVault,
  { databaseFile, newKeySet }: RotatedDatabase,
): Promise<Administered> {
  return administer(place, admin, ({ database, roster }) => {
    const isSame = database.file === admin.databaseFile && roster.body.databaseKey.epoch === admin.keyEpoch;
    if (newKeySet.database === admin.databaseKey) throw new RangeError('the key is not a new one');
    if (!isSame || database.file === databaseFile) throw new VaultError({ kind: 'changed-meanwhile' });
    return { database: { file: databaseFile, keySet: newKeySet } };
  });
}
