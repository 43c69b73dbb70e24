import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { applyMigrations } from '#main/register/database/migrate.ts';
import { migrations } from '#main/register/database/migrations/index.ts';
import { applicationId } from '#main/register/database/register-file.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { createVault } from '#main/register/vault/create.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { crashPerson } from './deeds.ts';

/** The version before the audit log became a chain: its migration has the most to do. */
const oldVersion = 5;
const at = '2026-03-03T08:00:00.000Z';

/**
 * A whole register as an earlier release left it: vault, database, customers and a log of `looks` rows.
 * @returns the names of its customers by id
 */
export async function createOldRegister(
  folder: string,
  size: { readonly customers: number; readonly looks: number },
): Promise<Map<string, string>> {
  await mkdir(folder, { recursive: true });
  const databaseFile = 'register-old.db';
  const vault = await createVault(vaultPlace(folder, { chooseCost: async () => minimumCost }), {
    clinic: { name: 'Hoitola Kuvitelma', street: 'Esimerkkikatu 1', postalCode: '00100', city: 'Helsinki' },
    person: { name: crashPerson.name, roles: ['reception', 'manager', 'admin'] },
    password: crashPerson.password,
    recoveryKey: newRecoveryKey(),
    databaseFile,
  });
  const file = join(folder, databaseFile);
  await writeFile(file, '');
  const connection = await sqlcipherDriver.open({ file, key: vault.databaseKey, mode: 'write' });
  await connection.exec(`PRAGMA application_id = ${applicationId}`);
  await applyMigrations(connection, migrations.slice(0, oldVersion));
  await connection.exec('BEGIN');
  await connection.run(
    'INSERT INTO register_info (id, vault_id, key_epoch, created_at) VALUES (1, ?, 1, ?)',
    [vault.vaultId, at],
  );
  await connection.run(
    `INSERT INTO office VALUES (1, 'Hoitola Kuvitelma', '9999999-2', 'Esimerkkikatu 1', '00100', 'Helsinki',
      '019 000 0100', 'toimisto@mallila.example', 'Marja Esimäki', 1, 1, ?, NULL)`,
    [at],
  );
  const customers = new Map(
    Array.from({ length: size.customers }, (_, index) => [uuidv7(), `Entinen ${index}`] as const),
  );
  let number = 10_001;
  for (const [id, lastName] of customers) {
    await connection.run(
      `INSERT INTO customers VALUES (?, ?, ?, 'Aino', NULL, NULL, '1987-03-14', 'female', 'fi', NULL, NULL,
        NULL, NULL, NULL, 'customer', ?, 1, ?, 'u', 'U', ?, 'u', 'U')`,
      [id, number, lastName, at, at, at],
    );
    await connection.run('INSERT INTO customer_search VALUES (?, ?, ?, ?)', [
      number * 1000,
      id,
      lastName.toLowerCase(),
      lastName.toLowerCase(),
    ]);
    number += 1;
  }
  await connection.run('UPDATE customer_number_series SET next_number = ?', [number]);
  await connection.run(
    `INSERT INTO audit_events (id, at, monotonic_ms, boot_id, actor_id, actor_name, roles, action, outcome)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      SELECT 'e' || i, ?, i, 'boot', 'u', 'U', '["reception"]', 'customers.card', 'done' FROM n`,
    [size.looks, at],
  );
  await connection.exec('COMMIT');
  await connection.close();
  return customers;
}
