import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sqlite3 from '@journeyapps/sqlcipher';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '#main/register/database/migrations/index.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { overwrite } from '#test/support/damage.ts';
import { createTemporaryRegister, type TemporaryRegister } from '#test/support/database.ts';

const otherVault = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Changes the closed register through a connection of its own. */
async function alter({ driver, file, key }: TemporaryRegister, script: string): Promise<void> {
  const connection = await driver.open({ file, key, mode: 'write' });
  await connection.exec(script);
  await connection.close();
}

async function expectRefusal(register: TemporaryRegister, problem: string): Promise<void> {
  const before = await readFile(register.file).catch(() => null);
  await expect(openDatabase(register)).rejects.toMatchObject({ name: 'OpenError', problem });
  expect(await readFile(register.file).catch(() => null)).toEqual(before);
}

describe('opening the register', () => {
  it('refuses a file that is not there, and does not create it', async () => {
    const register = await createTemporaryRegister();
    const missing = { ...register, file: join(register.folder, 'register-none.db') };
    await expectRefusal(missing, 'missing');
    await expect(stat(missing.file)).rejects.toThrow('ENOENT');
  });

  it('refuses a folder of that name', async () => {
    const register = await createTemporaryRegister();
    const file = join(register.folder, 'register-folder.db');
    await mkdir(file);
    await expect(openDatabase({ ...register, file })).rejects.toMatchObject({ problem: 'missing' });
  });

  it('refuses an empty file, which SQLite would open with any key', async () => {
    const register = await createTemporaryRegister();
    await truncate(register.file, 0);
    await expectRefusal(register, 'empty');
  });

  it('refuses a plaintext database', async () => {
    const register = await createTemporaryRegister();
    const file = join(register.folder, 'register-plain.db');
    await new Promise<void>((resolve, reject) => {
      const plain = new sqlite3.Database(file);
      plain.exec('CREATE TABLE t (id INTEGER)', (error) =>
        error ? reject(error) : plain.close(() => resolve()),
      );
    });
    await expectRefusal({ ...register, file }, 'plaintext');
  });

  it('calls a key that does not fit damage or a different file, never a wrong password', async () => {
    const register = await createTemporaryRegister();
    await expectRefusal({ ...register, key: randomBytes(32).toString('hex') }, 'damaged');
  });

  it('refuses a key that SQLCipher would take for a passphrase', async () => {
    const register = await createTemporaryRegister();
    await expect(openDatabase({ ...register, key: 'password' })).rejects.toThrow(TypeError);
  });

  it.each([
    ['the salt', 0],
    ['the first page', 100],
    ['the seal of the first page', 4090],
  ])('sets a copy aside when %s is damaged and leaves the file', async (_name, position) => {
    const register = await createTemporaryRegister();
    await overwrite(register.file, position, randomBytes(4));
    await expectRefusal(register, 'damaged');
    await expectRefusal(register, 'damaged');
    const copies = await readdir(join(register.folder, 'quarantine'));
    expect(copies).toHaveLength(1);
    expect(copies[0]).toContain(basename(register.file));
    const copy = await readFile(join(register.folder, 'quarantine', copies[0] ?? ''));
    expect(copy).toEqual(await readFile(register.file));
  });

  it.each([
    ['in its first page', 2000],
    ['to its first page', 4096],
    ['by one page', -4096],
    ['in the middle of a page', -1000],
  ])('refuses a file that was cut %s', async (_name, length) => {
    const register = await createTemporaryRegister();
    const { size } = await stat(register.file);
    await truncate(register.file, length > 0 ? length : size + length);
    await expectRefusal(register, 'damaged');
  });

  it('refuses bytes that are no database', async () => {
    const register = await createTemporaryRegister();
    await writeFile(register.file, randomBytes(40_960));
    await expectRefusal(register, 'damaged');
  });

  it('refuses another application’s file under the same key', async () => {
    const register = await createTemporaryRegister();
    await alter(register, 'PRAGMA application_id = 1');
    await expectRefusal(register, 'different-file');
  });

  it('refuses the register of another vault', async () => {
    const register = await createTemporaryRegister();
    await expectRefusal({ ...register, vaultId: otherVault }, 'different-file');
  });

  it('refuses a newer schema and changes nothing', async () => {
    const register = await createTemporaryRegister();
    await alter(register, `PRAGMA user_version = ${schemaVersion + 1}; DROP TABLE register_info;`);
    await expectRefusal(register, 'newer-version');
    expect(await readdir(register.folder)).not.toContain('quarantine');
  });

  it('asks for a migration of an older schema and changes nothing', async () => {
    const register = await createTemporaryRegister();
    await alter(register, `PRAGMA user_version = ${schemaVersion - 1}`);
    await expectRefusal(register, 'older-version');
  });

  it('refuses a file that is ahead of the vault’s key epoch', async () => {
    const register = await createTemporaryRegister();
    await alter(register, 'UPDATE register_info SET key_epoch = 2');
    await expectRefusal(register, 'older-vault');
  });

  it('refuses a file that has seen a newer roster than the vault holds', async () => {
    const register = await createTemporaryRegister();
    await alter(register, 'UPDATE register_info SET roster_epoch = 2');
    await expectRefusal(register, 'older-vault');
  });

  it('catches up with a vault that is ahead', async () => {
    const register = await createTemporaryRegister();
    const database = await openDatabase({ ...register, keyEpoch: 3, rosterEpoch: 7 });
    const info = await database.read.selectFrom('register_info').selectAll().executeTakeFirst();
    expect(info).toMatchObject({ key_epoch: 3, roster_epoch: 7 });
    await database.close();
    await expectRefusal({ ...register, keyEpoch: 3 }, 'older-vault');
  });

  it('reads what a killed process had committed to the log', async () => {
    const register = await createTemporaryRegister();
    const { driver, file, key } = register;
    const killed = await driver.open({ file, key, mode: 'write' });
    await killed.exec("UPDATE register_info SET created_at = 'later'");
    const folder = join(register.folder, 'crash');
    await mkdir(folder);
    const left = join(folder, basename(file));
    await writeFile(left, await readFile(file));
    await writeFile(`${left}-wal`, await readFile(`${file}-wal`));
    await killed.close();
    const database = await openDatabase({ ...register, file: left });
    const info = await database.read.selectFrom('register_info').select('created_at').executeTakeFirst();
    expect(info?.created_at).toBe('later');
    await database.close();
  });
});
