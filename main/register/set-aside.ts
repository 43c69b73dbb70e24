import { join } from 'node:path';
import { DatabaseError } from './database/database-error.ts';
import { quarantine } from './database/register-file.ts';
import { readVault } from './vault/unlock.ts';
import { VaultError } from './vault/vault-error.ts';

/**
 * Copies the file in which an error has found damage into `quarantine/`, before anything else can happen to it: the
 * vault, or the database that the vault names, while it is in use. The register itself is left as it is. Never fails,
 * and does nothing for an error that is not about damage.
 */
export async function setAsideDamaged(error: unknown, folder: string): Promise<void> {
  if (error instanceof VaultError) {
    if (error.kind === 'damaged' || error.kind === 'hostile') await quarantine(join(folder, 'vault.json'));
  } else if (error instanceof DatabaseError && error.kind === 'damaged') {
    const vault = await readVault(folder).catch(() => null);
    if (vault) await quarantine(join(folder, vault.databaseFile));
  }
}
