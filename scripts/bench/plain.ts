import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import Plain from 'better-sqlite3';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';

/** The same schema and rows without encryption, in a synchronous binding: SQLite's practical limit on this machine. */
export type PlainTwin = Plain.Database;

/** The register's unencrypted twin; one that was made of the same file before is taken again. */
export async function plainTwin(folder: string, vault: OpenVault): Promise<PlainTwin> {
  const file = join(folder, `plain-${vault.databaseFile}`);
  if (!existsSync(file)) await exportPlain(folder, vault, file);
  return openPlain(file);
}

/** Only ever done with fictional customers. What is at `file` is whole, or not there. */
async function exportPlain(folder: string, vault: OpenVault, file: string): Promise<void> {
  const target = `${file}.part`;
  await rm(target, { force: true });
  // The driver opens only files that exist, attached ones too.
  await writeFile(target, '');
  const connection = await sqlcipherDriver.open({
    file: join(folder, vault.databaseFile),
    key: vault.databaseKey,
    mode: 'write',
  });
  await connection.exec(`ATTACH DATABASE '${target.replaceAll("'", "''")}' AS plain KEY ''`);
  // Half of the memory that is free: the rows fall all over the indexes. What a crash leaves has another name.
  await connection.exec(`PRAGMA plain.journal_mode = OFF; PRAGMA plain.synchronous = OFF;
    PRAGMA plain.cache_size = -${Math.floor(freemem() / 2048)}`);
  await connection.all("SELECT sqlcipher_export('plain')");
  await connection.exec('DETACH DATABASE plain');
  await connection.close();
  await rename(target, file);
}

function openPlain(file: string): PlainTwin {
  const plain = new Plain(file);
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
