import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '#main/register/database/create.ts';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { schemaVersion } from '#main/register/database/migrations/index.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { temporaryFolder } from '#test/support/database.ts';

async function newRegister() {
  return {
    driver: sqlcipherDriver,
    file: join(await temporaryFolder(), 'register-new.db'),
    key: randomBytes(32).toString('hex'),
    vaultId: '01890a5d-ac96-774b-bcce-b302099a8057',
    keyEpoch: 1,
    rosterEpoch: 1,
    now: '2026-03-03T08:00:00.000Z',
  };
}

describe('creating a register', () => {
  it('leaves one closed, sound, encrypted file that only its owner may read', async () => {
    const options = await newRegister();
    await createDatabase(options);
    expect(await readdir(join(options.file, '..'))).toEqual(['register-new.db']);
    expect((await stat(options.file)).mode & 0o777).toBe(0o600);
    expect(await findDamageInFile(options.driver, options.file, options.key)).toEqual([]);
    expect(await readdir(join(options.file, '..'))).toEqual(['register-new.db']);
    const connection = await options.driver.open({ ...options, mode: 'read' });
    expect(await connection.all('PRAGMA application_id')).toEqual([{ application_id: 0x56617374 }]);
    expect(await connection.all('PRAGMA user_version')).toEqual([{ user_version: schemaVersion }]);
    await connection.close();
  });

  it('makes strict tables only', async () => {
    const options = await newRegister();
    await createDatabase(options);
    const connection = await options.driver.open({ ...options, mode: 'read' });
    const loose = await connection.all(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
       AND name <> 'sqlite_schema'`,
    );
    expect(loose).toEqual([]);
    await connection.close();
  });

  it.each(['', '-wal'])('never writes over a file that exists (%s)', async (suffix) => {
    const options = await newRegister();
    await writeFile(options.file + suffix, 'somebody’s register');
    await expect(createDatabase(options)).rejects.toThrow('EEXIST');
    expect(await readFile(options.file + suffix, 'utf8')).toBe('somebody’s register');
  });

  it('leaves nothing when it fails', async () => {
    const options = await newRegister();
    const failed = createDatabase({ ...options, keyEpoch: 0 });
    await expect(failed).rejects.toMatchObject({ kind: 'check' });
    expect(await readdir(join(options.file, '..'))).toEqual([]);
    await createDatabase(options);
  });

  it('gives two registers of one key different bytes', async () => {
    const one = await newRegister();
    const other = { ...(await newRegister()), key: one.key };
    await createDatabase(one);
    await createDatabase(other);
    const salts = await Promise.all(
      [one, other].map(async ({ file }) => (await readFile(file)).subarray(0, 16)),
    );
    expect(salts[0]).not.toEqual(salts[1]);
  });
});
