import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applyMigrations, readVersion } from '#main/register/database/migrate.ts';
import { migrateCopy } from '#main/register/database/migrate-copy.ts';
import { migrations, schemaVersion } from '#main/register/database/migrations/index.ts';
import type { Migration } from '#main/register/database/migrations/migration.ts';
import { openDatabase } from '#main/register/database/open.ts';
import {
  createTemporaryRegister,
  registerAtVersion,
  type TemporaryRegister,
} from '#test/support/database.ts';

const next = schemaVersion + 1;

function step(script: string, changes: Partial<Migration> = {}): Migration {
  return { version: next, name: 'trial', up: (sql) => sql.exec(script), ...changes };
}

async function opened(register: TemporaryRegister) {
  const connection = await register.driver.open({ ...register, mode: 'write' });
  onTestFinished(() => connection.close());
  return connection;
}

async function tables(register: TemporaryRegister) {
  const connection = await register.driver.open({ ...register, mode: 'read' });
  const rows = await connection.all(
    'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
  );
  await connection.close();
  return rows;
}

describe('the list of migrations', () => {
  it('is numbered from one without gaps, as its files are', async () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    const folder = join(import.meta.dirname, '../../../main/register/database/migrations');
    const files = (await readdir(folder)).filter((name) => /^\d/.test(name)).sort();
    const named = migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`);
    expect(files).toEqual(named);
  });
});

describe('a migration', () => {
  it('is applied once, together with its version', async () => {
    const connection = await opened(await createTemporaryRegister());
    const trial = step('CREATE TABLE trial (id INTEGER PRIMARY KEY) STRICT');
    await applyMigrations(connection, [...migrations, trial]);
    await applyMigrations(connection, [...migrations, trial]);
    expect(await readVersion(connection)).toBe(next);
  });

  it('that fails leaves the schema, the rows and the version as they were', async () => {
    const register = await createTemporaryRegister();
    const before = await tables(register);
    const connection = await opened(register);
    const failing = step('CREATE TABLE trial (id INTEGER) STRICT; DELETE FROM register_info; SELECT nothing');
    await expect(applyMigrations(connection, [failing])).rejects.toThrow('nothing');
    expect(await readVersion(connection)).toBe(schemaVersion);
    expect(await connection.all('SELECT id FROM register_info')).toHaveLength(1);
    expect(await tables(register)).toEqual(before);
  });

  it('cannot lose rows by mistake', async () => {
    const connection = await opened(await createTemporaryRegister());
    for (const script of ['DELETE FROM register_info', 'DROP TABLE register_info']) {
      const lost = applyMigrations(connection, [step(script)]);
      await expect(lost).rejects.toThrow('register_info had 1 rows and has 0');
    }
    expect(await connection.all('SELECT id FROM register_info')).toHaveLength(1);
    await applyMigrations(connection, [
      step('DELETE FROM register_info', { changesRowsOf: ['register_info'] }),
    ]);
    expect(await connection.all('SELECT id FROM register_info')).toHaveLength(0);
  });

  it('cannot leave a row that points nowhere, and may rebuild a table that others point to', async () => {
    const connection = await opened(await createTemporaryRegister());
    const dangling = step(
      `INSERT INTO audit_details (event_id, body, salt) VALUES ('nobody', '{}', hex(zeroblob(32)))`,
      {
        changesRowsOf: ['audit_details'],
      },
    );
    await expect(applyMigrations(connection, [dangling])).rejects.toThrow(
      'a row of audit_details points nowhere',
    );
    const rebuild = step(
      `
      INSERT INTO office SELECT 1, 'n', 'b', 's', 'p', 'c', 'p', 'e', 'd', 1, 1, 't', NULL, 5;
      CREATE TABLE new_office AS SELECT * FROM office;
      DROP TABLE office;
      ALTER TABLE new_office RENAME TO office;
    `,
      { changesRowsOf: ['office'] },
    );
    await applyMigrations(connection, [rebuild]);
    expect(await connection.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });
});

describe('migrating a copy', () => {
  it('brings a register of the first version to the same schema as a new one, with its rows', async () => {
    const old = await registerAtVersion(1);
    const connection = await old.driver.open({ ...old, mode: 'write' });
    await connection.exec(`
      INSERT INTO office VALUES (1, 'Mallilan Hoitohuone Oy', '9999999-2', 'Esimerkkitie 12', '13100', 'Hämeenlinna',
        '019 000 0100', 'toimisto@mallila.example', 'Marja Esimäki', 1, 1, '2026-03-03T08:00:00.000Z', NULL);
      INSERT INTO audit_events VALUES (1, 'e1', '2026-03-03T08:00:00.000Z', 5, 'boot', 'u1', 'Helmi Testola', '[]',
        'auth.unlock', 'done', NULL, NULL, NULL, NULL);
      INSERT INTO audit_details VALUES ('e1', '{}');
      INSERT INTO command_results VALUES ('r1', 'u1', 'visits.log', 'hash', 'null', '2026-03-03T08:00:00.000Z');
    `);
    const kept = ['register_info', 'office', 'audit_events', 'audit_details', 'command_results'];
    const before = await Promise.all(kept.map((table) => connection.all(`SELECT * FROM ${table}`)));
    await connection.close();

    const target = join(old.folder, 'register-migrated.db');
    const outcome = await migrateCopy({ ...old, targetFile: target });
    expect(outcome).toEqual({ fromVersion: 1, toVersion: schemaVersion });
    expect(await tables({ ...old, file: target })).toEqual(await tables(await createTemporaryRegister()));

    await (await openDatabase({ ...old, file: target })).close();
    const reader = await old.driver.open({ ...old, file: target, mode: 'read' });
    const migrated = await Promise.all(kept.map((table) => reader.all(`SELECT * FROM ${table}`)));
    await reader.close();
    // Later versions add columns and change no value.
    expect(migrated).toMatchObject(before);
    await expect(openDatabase(old)).rejects.toMatchObject({ problem: 'older-version' });
  });

  it('takes along what a killed process had left in the log', async () => {
    const old = await registerAtVersion(1);
    const crashed = { ...old, file: join(old.folder, 'register-crashed.db') };
    const killed = await old.driver.open({ ...old, mode: 'write' });
    await killed.exec(`INSERT INTO command_results VALUES ('r1', 'u1', 'p', 'h', 'null', 't')`);
    await copyFile(old.file, crashed.file);
    await copyFile(`${old.file}-wal`, `${crashed.file}-wal`);
    await killed.close();
    const target = join(old.folder, 'register-migrated.db');
    await migrateCopy({ ...crashed, targetFile: target });
    const database = await openDatabase({ ...old, file: target });
    expect(await database.read.selectFrom('command_results').select('request_id').execute()).toHaveLength(1);
    await database.close();
  });

  it('leaves the old file byte for byte and no copy when a step fails', async () => {
    const old = await registerAtVersion(1);
    const connection = await old.driver.open({ ...old, mode: 'write' });
    await connection.exec('CREATE TABLE customers (in_the_way TEXT) STRICT');
    await connection.close();
    const before = await readFile(old.file);
    const target = join(old.folder, 'register-migrated.db');
    await expect(migrateCopy({ ...old, targetFile: target })).rejects.toThrow('customers already exists');
    expect(await readFile(old.file)).toEqual(before);
    expect(await readdir(old.folder)).toEqual(['register-test.db']);
  });

  it('never writes over a file that exists', async () => {
    const old = await registerAtVersion(1);
    const target = join(old.folder, 'register-other.db');
    await writeFile(target, 'somebody’s register');
    await expect(migrateCopy({ ...old, targetFile: target })).rejects.toThrow('EEXIST');
    expect(await readFile(target, 'utf8')).toBe('somebody’s register');
  });

  it('refuses while another process has the register open for a read', async () => {
    const old = await registerAtVersion(1);
    const other = await old.driver.open({ ...old, mode: 'write' });
    await other.exec('BEGIN; SELECT * FROM register_info');
    const second = await old.driver.open({ ...old, mode: 'write' });
    await second.exec(`INSERT INTO command_results VALUES ('r1', 'u1', 'p', 'h', 'null', 't')`);
    await second.close();
    const target = join(old.folder, 'register-migrated.db');
    await expect(migrateCopy({ ...old, targetFile: target })).rejects.toMatchObject({ kind: 'busy' });
    await other.close();
  });
});
