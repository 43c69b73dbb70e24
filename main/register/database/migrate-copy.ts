import { constants, copyFile } from 'node:fs/promises';
import { removeDatabase } from './create.ts';
import { DatabaseError } from './database-error.ts';
import type { Connection, Driver } from './driver.ts';
import { findDamageInFile } from './find-damage.ts';
import { applyMigrations, readVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { syncFileAndFolder } from './register-file.ts';

export interface MigrateCopyOptions {
  readonly driver: Driver;
  /** The register as it is; nobody else may have it open. Its content stays as it is. */
  readonly file: string;
  readonly key: string;
  /** The new file; must not exist. Becomes the register when the vault names it. */
  readonly targetFile: string;
}

const cacheMib = 256;

/**
 * Brings an older register to the current schema in a copy, checks the copy whole and syncs it. The caller then
 * names `targetFile` in the vault (the commit) and removes the old file. On failure the copy is removed.
 */
export async function migrateCopy(
  options: MigrateCopyOptions,
): Promise<{ fromVersion: number; toVersion: number }> {
  const { driver, file, key, targetFile } = options;
  await foldLogIntoFile(driver, file, key);
  await copyFile(file, targetFile, constants.COPYFILE_EXCL);
  let copy: Connection | undefined;
  try {
    copy = await driver.open({ file: targetFile, key, mode: 'write' });
    const fromVersion = await readVersion(copy);
    // Rows that belong together lie far apart: with the usual cache each would be read and opened from its page anew.
    await copy.exec(`PRAGMA cache_size = -${cacheMib * 1024}`);
    await applyMigrations(copy, migrations);
    const toVersion = await readVersion(copy);
    await copy.close();
    await refuseDamage(driver, targetFile, key);
    await syncFileAndFolder(targetFile);
    return { fromVersion, toVersion };
  } catch (error) {
    await copy?.close();
    await removeDatabase(targetFile);
    throw error;
  }
}

/** Closing the last connection moves the log into the file, which then can be copied alone. */
async function foldLogIntoFile(driver: Driver, file: string, key: string): Promise<void> {
  const connection = await driver.open({ file, key, mode: 'write' });
  try {
    const [outcome] = await connection.all<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (outcome?.busy !== 0) throw new DatabaseError('busy', 'The register is open elsewhere');
  } finally {
    await connection.close();
  }
}

async function refuseDamage(driver: Driver, file: string, key: string): Promise<void> {
  const [problem] = await findDamageInFile(driver, file, key);
  if (problem) throw new DatabaseError('damaged', `The migrated copy is damaged: ${problem}`);
}
