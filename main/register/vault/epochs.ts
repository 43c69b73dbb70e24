import { VaultError } from './vault-error.ts';

/** How far the roster and the database key have come, as the vault says and as the database last saw. */
export interface Epochs {
  readonly rosterEpoch: number;
  readonly keyEpoch: number;
}

/**
 * Compares an open vault with its database. Every change goes to the vault first, so the database may be behind (after a
 * kill between the two) and then catches up.
 * @throws VaultError `older-than-database` when the database is ahead: an older vault was put back
 */
export function compareEpochs(vault: Epochs, database: Epochs): 'same' | 'database-behind' {
  if (database.rosterEpoch > vault.rosterEpoch || database.keyEpoch > vault.keyEpoch) {
    throw new VaultError({ kind: 'older-than-database' });
  }
  const same = database.rosterEpoch === vault.rosterEpoch && database.keyEpoch === vault.keyEpoch;
  return same ? 'same' : 'database-behind';
}
