import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDatabase } from '#main/register/database/create.ts';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { applyMigrations } from '#main/register/database/migrate.ts';
import { migrateCopy } from '#main/register/database/migrate-copy.ts';
import { migrations } from '#main/register/database/migrations/index.ts';
import { type OpenRegisterOptions, openDatabase } from '#main/register/database/open.ts';
import { applicationId } from '#main/register/database/register-file.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';

/** A folder of its own, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What opens a register that a test made. */
export type TemporaryRegister = OpenRegisterOptions & { readonly folder: string };

const createdAt = '2026-03-03T08:00:00.000Z';

async function newRegister(): Promise<TemporaryRegister> {
  const folder = await temporaryFolder();
  return {
    driver: sqlcipherDriver,
    folder,
    file: join(folder, 'register-test.db'),
    key: randomBytes(32).toString('hex'),
    vaultId: '01890a5d-ac96-774b-bcce-b302099a8057',
    keyEpoch: 1,
    rosterEpoch: 1,
  };
}

/** A real, new, encrypted, closed register file under a random key. */
export async function createTemporaryRegister(): Promise<TemporaryRegister> {
  const register = await newRegister();
  await createDatabase({ ...register, now: createdAt });
  return register;
}

/** A closed register as an earlier release of the application left it. */
export async function registerAtVersion(version: number): Promise<TemporaryRegister> {
  const register = await newRegister();
  await writeFile(register.file, '');
  const connection = await register.driver.open({ ...register, mode: 'write' });
  await connection.exec(`PRAGMA application_id = ${applicationId}`);
  await applyMigrations(connection, migrations.slice(0, version));
  await connection.run(
    'INSERT INTO register_info (id, vault_id, key_epoch, created_at) VALUES (1, ?, ?, ?)',
    [register.vaultId, register.keyEpoch, createdAt],
  );
  await connection.close();
  return register;
}

/** What this version of the application makes of an earlier one's register, opened until the test ends. */
export async function upToDate(old: TemporaryRegister): Promise<RegisterDatabase> {
  const file = join(old.folder, 'register-new.db');
  await migrateCopy({ ...old, targetFile: file });
  const database = await openDatabase({ ...old, file });
  onTestFinished(() => database.close());
  return database;
}

/** A new register, opened; closed and removed when the test ends. */
export async function temporaryDatabase(): Promise<
  RegisterDatabase & { readonly register: TemporaryRegister }
> {
  const register = await createTemporaryRegister();
  const database = await openDatabase(register);
  onTestFinished(() => database.close());
  return Object.assign(database, { register });
}
