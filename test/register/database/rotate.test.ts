import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#main/register/clock.ts';
import type { Connection, Driver } from '#main/register/database/driver.ts';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { makeRotatedCopy, type RotatedCopyOptions } from '#main/register/database/rotate.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import {
  createTemporaryRegister,
  type TemporaryRegister,
  temporaryDatabase,
} from '#test/support/database.ts';

const instant = '2026-03-03T08:00:00.000Z';

function answer(id: string, body: unknown = null) {
  const row = { request_id: id, actor_id: 'actor', procedure: 'visits.log', input_hash: 'hash', at: instant };
  return { ...row, result: JSON.stringify(body) };
}

function rotation(
  register: TemporaryRegister,
  changes: Partial<RotatedCopyOptions> = {},
): RotatedCopyOptions {
  const file = join(register.folder, 'register-rotated.db');
  return {
    driver: register.driver,
    from: register,
    to: { file, key: randomBytes(32).toString('hex'), keyEpoch: register.keyEpoch + 1 },
    signal: new AbortController().signal,
    progress: () => undefined,
    after: systemClock.after,
    ...changes,
  };
}

/** A closed register with rows in ordinary tables, in the search index and in the audit log. */
async function filledRegister(answers = 50): Promise<TemporaryRegister> {
  const register = await createTemporaryRegister();
  const connection = await register.driver.open({ ...register, mode: 'write' });
  await connection.exec(`
    INSERT INTO customers (id, customer_number, last_name, first_names, birth_date, sex, language, source, source_at,
      version, created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name)
      VALUES ('c1', 10001, 'Keksitty', 'Aino', '1990-01-01', 'female', 'fi', 'customer', '${instant}',
      1, '${instant}', 'u', 'U', '${instant}', 'u', 'U');
    INSERT INTO customer_search (position, customer_id, sort_key, words)
    VALUES (1000, 'c1', 'keksitty aino', 'keksitty aino');
    INSERT INTO command_results (request_id, actor_id, procedure, input_hash, result, at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${answers})
      SELECT 'r' || i, 'u', 'p', 'h', '"' || hex(randomblob(1000)) || '"', '${instant}' FROM n;
  `);
  await connection.close();
  return register;
}

async function everything({ driver, file, key }: { driver: Driver; file: string; key: string }) {
  const connection = await driver.open({ file, key, mode: 'write' });
  const tables = await connection.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')",
  );
  const content: Record<string, unknown[]> = {};
  for (const { name } of tables.filter(
    (table) => table.name !== 'register_info' && table.name !== 'sqlite_schema',
  ))
    content[name] = await connection.all(`SELECT * FROM "${name}"`);
  content.schema = await connection.all(
    'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name',
  );
  content.header = await Promise.all(
    ['user_version', 'application_id'].map((name) => connection.all(`PRAGMA ${name}`)),
  );
  await connection.close();
  return content;
}

describe('a copy under a new key', () => {
  it('holds the same tables, rows, triggers, search index and header, and the next epoch', async () => {
    const register = await filledRegister();
    const work = rotation(register);
    const before = await readFile(register.file);
    await makeRotatedCopy(work);
    expect(await everything({ ...register, ...work.to })).toEqual(await everything(register));
    expect(await findDamageInFile(register.driver, work.to.file, work.to.key)).toEqual([]);
    const database = await openDatabase({ ...register, ...work.to });
    const info = await database.read.selectFrom('register_info').select('key_epoch').executeTakeFirst();
    expect(info?.key_epoch).toBe(register.keyEpoch + 1);
    await database.close();
    expect(await readFile(register.file)).toEqual(before);
    expect((await readdir(register.folder)).sort()).toEqual(['register-rotated.db', 'register-test.db']);
  });

  it('opens with the new key only, and the register before with the old key only', async () => {
    const register = await filledRegister();
    const work = rotation(register);
    await makeRotatedCopy(work);
    const opened = (file: string, key: string) =>
      register.driver.open({ file, key, mode: 'read' }).then((connection) => connection.close());
    await expect(opened(work.to.file, register.key)).rejects.toMatchObject({ kind: 'damaged' });
    await expect(opened(register.file, work.to.key)).rejects.toMatchObject({ kind: 'damaged' });
    expect((await readFile(work.to.file)).subarray(0, 16)).not.toEqual(
      (await readFile(register.file)).subarray(0, 16),
    );
  });

  it('takes along what stands only in the log of the register', async () => {
    const database = await temporaryDatabase();
    await database.write((tx) => tx.insertInto('command_results').values(answer('in-the-log')).execute());
    const work = rotation(database.register);
    await makeRotatedCopy(work);
    const copy = await openDatabase({ ...database.register, ...work.to });
    expect(await copy.read.selectFrom('command_results').select('request_id').execute()).toHaveLength(1);
    await copy.close();
  });

  it('tells how far it is from the growing file', async () => {
    const register = await filledRegister(10_000);
    const told: string[] = [];
    const after = (_ms: number, work: () => void) => systemClock.after(5, work);
    await makeRotatedCopy(
      rotation(register, { after, progress: (stage, done, total) => told.push(`${stage} ${done / total}`) }),
    );
    expect(told.at(-1)).toBe('rotate-verify 1');
    const copied = told
      .filter((line) => line.startsWith('rotate-copy'))
      .map((line) => Number(line.split(' ')[1]));
    expect(copied.length).toBeGreaterThan(2);
    expect(copied).toEqual([...copied].sort((a, b) => a - b));
    expect(copied.at(-1)).toBe(1);
  });

  it('never writes over a file that exists', async () => {
    const register = await filledRegister();
    const work = rotation(register);
    await writeFile(work.to.file, 'somebody’s register');
    await expect(makeRotatedCopy(work)).rejects.toThrow('EEXIST');
    expect(await readFile(work.to.file, 'utf8')).toBe('somebody’s register');
  });
});

describe('a copy that is not finished', () => {
  it('is removed when it is stopped, whenever that is', async () => {
    const register = await filledRegister(10_000);
    for (const stage of ['at once', 'rotate-copy', 'rotate-verify']) {
      const stop = new AbortController();
      if (stage === 'at once') stop.abort(new Error('stopped'));
      const work = rotation(register, {
        signal: stop.signal,
        after: (_ms, look) => systemClock.after(5, look),
        progress: (now) => now === stage && stop.abort(new Error('stopped')),
      });
      await expect(makeRotatedCopy(work)).rejects.toThrow('stopped');
      expect(await readdir(register.folder)).toEqual(['register-test.db']);
    }
  });

  it.each<[string, Parameters<typeof exportingWith>[1], object]>([
    [
      'lacks a row',
      async (real, target) => {
        await real(target);
        await alter(target, `DELETE FROM command_results WHERE request_id = 'r7'`);
      },
      { message: expect.stringContaining('differs from the register') },
    ],
    [
      'lacks a trigger',
      async (real, target) => {
        await real(target);
        await alter(target, 'DROP TRIGGER audit_events_refuse_delete');
      },
      { message: expect.stringContaining('differs from the register') },
    ],
    ['is still under the old key', (real, target, key) => real({ ...target, key }), { kind: 'damaged' }],
    ['was never written', async () => undefined, { message: expect.anything() }],
  ])(
    'is refused and removed when it %s, although the export claimed success',
    async (_name, exporting, problem) => {
      const register = await filledRegister();
      const before = await readFile(register.file);
      const work = rotation(register, { driver: exportingWith(register, exporting) });
      await expect(makeRotatedCopy(work)).rejects.toMatchObject(problem);
      expect(await readdir(register.folder)).toEqual(['register-test.db']);
      expect(await readFile(register.file)).toEqual(before);
    },
  );
});

describe('a copy for which there is no room', () => {
  it.each([1, 8, 40, 100])('after %i pages is refused as a full disk and removed', async (pages) => {
    const register = await filledRegister(200);
    const before = await readFile(register.file);
    const work = rotation(register, { driver: withRoomFor(pages, register.driver) });
    await expect(makeRotatedCopy(work)).rejects.toMatchObject({ kind: 'full' });
    expect(await readdir(register.folder)).toEqual(['register-test.db']);
    expect(await readFile(register.file)).toEqual(before);
  });
});

/** A driver whose copies SQLite itself keeps from growing past so many pages. */
function withRoomFor(pages: number, driver: Driver): Driver {
  return {
    async open(options) {
      const connection = await driver.open(options);
      const exec = connection.exec.bind(connection);
      const limited = (script: string) =>
        exec(script.startsWith('PRAGMA copy.') ? `${script}; PRAGMA copy.max_page_count = ${pages}` : script);
      return Object.assign(connection, { exec: limited });
    },
  };
}

type Target = Parameters<Connection['exportTo']>[0];

/** A driver that differs from the real one in how it exports. */
function exportingWith(
  { driver, key }: TemporaryRegister,
  exporting: (real: Connection['exportTo'], target: Target, oldKey: string) => Promise<void>,
): Driver {
  return {
    async open(options) {
      const connection = await driver.open(options);
      const real = connection.exportTo.bind(connection);
      return Object.assign(connection, { exportTo: (target: Target) => exporting(real, target, key) });
    },
  };
}

async function alter(target: Target, script: string): Promise<void> {
  const connection = await sqlcipherDriver.open({ ...target, mode: 'write' });
  await connection.exec(script);
  await connection.close();
}
