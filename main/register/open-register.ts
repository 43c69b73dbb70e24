import type { RegisterDatabase } from './database/database.ts';
import type { OpenVault } from './vault/vault.ts';

/** A register whose vault a person has opened: lives until the process is killed. */
export interface OpenRegister {
  /** Folder of `vault.json` and the database file. */
  readonly folder: string;
  readonly vault: OpenVault;
  readonly database: RegisterDatabase;
}
