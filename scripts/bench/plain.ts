import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Plain from 'better-sqlite3';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';

/** The same schema and rows without encryption, in a synchronous binding: SQLite's practical limit on this machine. */
export type PlainTwin = Plain.Database;

/** Copies the register into an unencrypted twin. Only ever done with fictional customers. */
export async function plainTwin(folder: string, vault: OpenVault): Promise<PlainTwin> {
  const target = join(folder, 'plain.db');
  // The driver opens only files that exist, attached ones too.
  await writeFile(target, '');
  const connection = await sqlcipherDriver.open({
    file: join(folder, vault.databaseFile),
    key: vault.databaseKey,
    mode: 'write',
  });
  await connection.exec(`ATTACH DATABASE '${target.replaceAll("'", "''")}' AS plain KEY ''`);
  await connection.all("SELECT sqlcipher_export('plain')");
  await connection.exec('DETACH DATABASE plain');
  await connection.close();
  const plain = new Plain(target);
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'temp_store = MEMORY',
    'foreign_keys = ON',
  ]) {
    plain.pragma(pragma);
  }
  return plain;
}
