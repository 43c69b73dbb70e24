import type { Connection } from './driver.ts';
import type { Migration } from './migrations/migration.ts';
import { countRows } from './row-counts.ts';

/** Reads `user_version`: the number of the last migration the file has been through. */
export async function readVersion(connection: Connection): Promise<number> {
  const [row] = await connection.all<{ user_version: number }>('PRAGMA user_version');
  return row?.user_version ?? 0;
}

/**
 * Applies the steps that the file has not seen, each in its own transaction together with its version number.
 * Only for a file that nobody else has open and that may be thrown away when a step fails.
 */
export async function applyMigrations(connection: Connection, steps: readonly Migration[]): Promise<void> {
  const from = await readVersion(connection);
  await connection.exec('PRAGMA foreign_keys = OFF');
  for (const step of steps) {
    if (step.version > from) await applyStep(connection, step);
  }
  await connection.exec('PRAGMA foreign_keys = ON');
}

async function applyStep(connection: Connection, step: Migration): Promise<void> {
  await connection.exec('BEGIN IMMEDIATE');
  try {
    const before = await countRows(connection);
    await step.up(connection);
    refuseLostRows(step, before, await countRows(connection));
    await refuseDanglingKeys(connection, step);
    await connection.exec(`PRAGMA user_version = ${step.version}`);
    await connection.exec('COMMIT');
  } catch (error) {
    // On a full disk SQLite has rolled back by itself, and says so as an error.
    await connection.exec('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function refuseLostRows(step: Migration, before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    if (step.changesRowsOf?.includes(table)) continue;
    const left = after.get(table) ?? 0;
    if (left !== rows) {
      throw new Error(`Migration ${step.version} ${step.name}: ${table} had ${rows} rows and has ${left}`);
    }
  }
}

async function refuseDanglingKeys(connection: Connection, step: Migration): Promise<void> {
  const [dangling] = await connection.all<{ table: string }>('PRAGMA foreign_key_check');
  if (dangling) {
    throw new Error(`Migration ${step.version} ${step.name}: a row of ${dangling.table} points nowhere`);
  }
}
