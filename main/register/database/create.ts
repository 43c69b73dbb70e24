import { open, rm } from 'node:fs/promises';
import type { Connection, Driver } from './driver.ts';
import { applyMigrations } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { applicationId, syncFileAndFolder } from './register-file.ts';

export interface CreateOptions {
  readonly driver: Driver;
  readonly file: string;
  readonly key: string;
  readonly vaultId: string;
  readonly keyEpoch: number;
  readonly rosterEpoch: number;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Makes a new, empty, encrypted register and leaves it closed and synced to disk. A file of that name is never
 * overwritten (`EEXIST`); a file that was begun here and failed is removed again.
 */
export async function createDatabase(options: CreateOptions): Promise<void> {
  const { driver, file, key } = options;
  await claimName(file);
  let connection: Connection | undefined;
  try {
    connection = await driver.open({ file, key, mode: 'write' });
    await connection.exec(`PRAGMA application_id = ${applicationId}`);
    await applyMigrations(connection, migrations);
    await storeInfo(connection, options);
    await connection.close();
    await syncFileAndFolder(file);
  } catch (error) {
    await connection?.close();
    await removeDatabase(file);
    throw error;
  }
}

/** Takes the name with an empty file, which SQLite then fills; an old log beside it would be replayed into it. */
export async function claimName(file: string): Promise<void> {
  for (const name of [`${file}-wal`, file]) {
    const handle = await open(name, 'wx', 0o600);
    await handle.close();
  }
  await rm(`${file}-wal`);
}

async function storeInfo(connection: Connection, options: CreateOptions): Promise<void> {
  const { vaultId, keyEpoch, rosterEpoch, now } = options;
  await connection.run(
    'INSERT INTO register_info (id, vault_id, key_epoch, roster_epoch, created_at) VALUES (1, ?, ?, ?, ?)',
    [vaultId, keyEpoch, rosterEpoch, now],
  );
}

/** Removes a database file with its log. Only for a file that no vault names. */
export async function removeDatabase(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true });
}
