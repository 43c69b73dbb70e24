import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sqlite3 from '@journeyapps/sqlcipher';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DatabaseError } from '#main/register/database/database-error.ts';
import type { Connection, DamageCheck, Driver } from '#main/register/database/driver.ts';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { breakPageOf } from '#test/support/damage.ts';
import { createTemporaryRegister } from '#test/support/database.ts';

async function writeConnection(): Promise<Connection> {
  const { driver, file, key } = await createTemporaryRegister();
  const connection = await driver.open({ file, key, mode: 'write' });
  onTestFinished(() => connection.close());
  await connection.exec(`
    CREATE TABLE parent (id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE child (
      id INTEGER PRIMARY KEY, parent_id TEXT REFERENCES parent (id), amount INTEGER CHECK (amount > 0), bytes BLOB
    ) STRICT;
    CREATE TRIGGER parent_stays BEFORE DELETE ON parent BEGIN SELECT RAISE(ABORT, 'parents stay'); END;
  `);
  return connection;
}

describe('parameters of a statement', () => {
  it('keep text, numbers, booleans, null and bytes as they are', async () => {
    const connection = await writeConnection();
    const values = ["O'Åkesson \u0000 äö 👩‍⚕️", 2 ** 40, -1, 0.5, true, false, null, Buffer.from([0, 255])];
    const [row] = await connection.all('SELECT ? a, ? b, ? c, ? d, ? e, ? f, ? g, ? h', values);
    expect(Object.values(row ?? {})).toEqual([...values.slice(0, 4), 1, 0, null, Buffer.from([0, 255])]);
  });

  it('store a large whole number as an integer in a strict table', async () => {
    const connection = await writeConnection();
    await connection.run('INSERT INTO child (id, amount) VALUES (?, ?)', [1, 1_790_000_000_000]);
    expect(await connection.all('SELECT typeof(amount) AS type, amount FROM child')).toEqual([
      { type: 'integer', amount: 1_790_000_000_000 },
    ]);
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['a BigInt', 1n],
    ['a symbol', Symbol('x')],
    ['a function', () => 'x'],
    ['an object', { toString: () => 'secret' }],
    ['an array', ['secret']],
    ['a Date', new Date(0)],
    ['a RegExp', /secret/],
    ['a Uint8Array', new Uint8Array(2)],
  ])('refuse %s without repeating the value', async (_name, value) => {
    const connection = await writeConnection();
    const refused = connection.run('INSERT INTO parent (id, code) VALUES (?, ?)', ['a', value]);
    await expect(refused).rejects.toThrow(/^Parameter 2 cannot be stored: it is (?!.*secret)/);
    expect(await connection.all('SELECT id FROM parent')).toEqual([]);
  });

  it('refuse a hole in the list, too few and too many', async () => {
    const connection = await writeConnection();
    const sql = `SELECT ? AS "a?", '?' AS b -- why?`;
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tried
    await expect(connection.all(sql, [,])).rejects.toThrow(TypeError);
    await expect(connection.all(sql, [])).rejects.toThrow('takes 1 parameters and got 0');
    await expect(connection.all(sql, ['x', 'y'])).rejects.toThrow('takes 1 parameters and got 2');
    expect(await connection.all(sql, ['x'])).toEqual([{ 'a?': 'x', b: '?' }]);
    await expect(connection.all('SELECT :name AS a', ['x'])).rejects.toThrow('plain ?');
    await expect(connection.all('SELECT ?1 AS a', ['x'])).rejects.toThrow('plain ?');
  });
});

describe('prepared statements', () => {
  it('are made once for each text', async () => {
    const connection = await writeConnection();
    const prepare = vi.spyOn(sqlite3.Database.prototype, 'prepare');
    for (let id = 0; id < 20; id += 1) await connection.all('SELECT ? AS id', [id]);
    expect(prepare).toHaveBeenCalledTimes(1);
    prepare.mockRestore();
  });

  it('are let go when there are many, oldest use first', async () => {
    const connection = await writeConnection();
    const prepare = vi.spyOn(sqlite3.Database.prototype, 'prepare');
    await connection.all('SELECT 0 AS kept');
    await connection.all('SELECT 0 AS dropped');
    for (let id = 0; id < 199; id += 1) {
      await connection.all(`SELECT ${id} AS other`);
      await connection.all('SELECT 0 AS kept');
    }
    prepare.mockClear();
    await connection.all('SELECT 0 AS kept');
    expect(prepare).toHaveBeenCalledTimes(0);
    await connection.all('SELECT 0 AS dropped');
    expect(prepare).toHaveBeenCalledTimes(1);
    prepare.mockRestore();
  });

  it('follow a change of the schema', async () => {
    const connection = await writeConnection();
    expect(await connection.all('SELECT * FROM parent')).toEqual([]);
    await connection.exec(
      `ALTER TABLE parent ADD COLUMN extra TEXT; INSERT INTO parent (id, code) VALUES ('a', 'b')`,
    );
    expect(await connection.all('SELECT * FROM parent')).toEqual([{ id: 'a', code: 'b', extra: null }]);
  });
});

describe('errors of the database', () => {
  it.each([
    ['unique', 'parent.code', `INSERT INTO parent VALUES ('b', 'x')`],
    ['unique', 'parent.id', `INSERT INTO parent VALUES ('a', 'y')`],
    ['foreign-key', null, `INSERT INTO child (parent_id) VALUES ('nobody')`],
    ['check', 'amount > 0', 'INSERT INTO child (amount) VALUES (0)'],
    ['check', 'parent.code', `INSERT INTO parent VALUES ('b', NULL)`],
    ['check', 'child.amount', `INSERT INTO child (amount) VALUES ('many')`],
    ['refused', null, 'DELETE FROM parent'],
    ['other', null, 'SELECT * FROM nothing'],
    ['other', null, 'SELEC'],
  ])('say %s (%s) for %s', async (kind, constraint, sql) => {
    const connection = await writeConnection();
    await connection.run(`INSERT INTO parent VALUES ('a', 'x')`);
    await expect(connection.run(sql)).rejects.toMatchObject({ name: 'DatabaseError', kind, constraint });
    expect(await connection.all('SELECT id FROM parent')).toEqual([{ id: 'a' }]);
  });

  it('say full when the file may not grow', async () => {
    const connection = await writeConnection();
    const [pages] = await connection.all<{ page_count: number }>('PRAGMA page_count');
    await connection.exec(`PRAGMA max_page_count = ${pages?.page_count}`);
    const insert = connection.run('INSERT INTO child (bytes) VALUES (?)', [Buffer.alloc(100_000)]);
    await expect(insert).rejects.toMatchObject({ kind: 'full' });
  });

  it('say busy when another process holds the write lock', async () => {
    const { driver, file, key } = await createTemporaryRegister();
    const one = await driver.open({ file, key, mode: 'write' });
    const other = await driver.open({ file, key, mode: 'write' });
    await other.exec('PRAGMA busy_timeout = 1');
    await one.exec('BEGIN IMMEDIATE');
    await expect(other.exec('BEGIN IMMEDIATE')).rejects.toMatchObject({ kind: 'busy' });
    await one.close();
    await other.close();
  });
});

describe('a connection', () => {
  it('refuses a key that SQLCipher would take for a passphrase', async () => {
    const { driver, file, key } = await createTemporaryRegister();
    for (const bad of ['', 'password', key.toUpperCase().replace(/^./, 'A'), `${key}0`, `x'${key}'`]) {
      await expect(driver.open({ file, key: bad, mode: 'read' })).rejects.toThrow(TypeError);
    }
  });

  it('refuses to write when it was opened for reading', async () => {
    const { driver, file, key } = await createTemporaryRegister();
    const connection = await driver.open({ file, key, mode: 'read' });
    await expect(connection.run('DELETE FROM register_info')).rejects.toThrow('readonly');
    await connection.exec('PRAGMA query_only = OFF');
    await expect(connection.run('DELETE FROM register_info')).rejects.toThrow('readonly');
    await connection.close();
  });

  it('has the settings that the security page names', async () => {
    const connection = await writeConnection();
    const settings: Record<string, unknown> = {};
    const names = [
      'cipher_page_size',
      'cipher_use_hmac',
      'cipher_memory_security',
      'journal_mode',
      'synchronous',
      'temp_store',
      'foreign_keys',
      'trusted_schema',
    ];
    for (const name of names) {
      const [row] = await connection.all(`PRAGMA ${name}`);
      settings[name] = Object.values(row ?? {})[0];
    }
    expect(settings).toEqual({
      cipher_page_size: '4096',
      cipher_use_hmac: '1',
      cipher_memory_security: '0',
      journal_mode: 'wal',
      synchronous: 2,
      temp_store: 2,
      foreign_keys: 1,
      trusted_schema: 0,
    });
  });

  it('answers calls made at once in their order', async () => {
    const connection = await writeConnection();
    const calls = Array.from({ length: 200 }, (_, id) =>
      id % 3 === 0
        ? connection.exec(`INSERT INTO child (id) VALUES (${id})`)
        : connection.run(`INSERT INTO child (id) VALUES (? + ${id % 7} - ${id % 7})`, [id]),
    );
    await Promise.all(calls);
    const rows = await connection.all<{ id: number; place: number }>('SELECT rowid AS place, id FROM child');
    expect(rows).toHaveLength(200);
  });

  it('ends a running statement on interrupt and works again after it', async () => {
    const connection = await writeConnection();
    const endless = connection.all(
      'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n',
    );
    const ended = expect(endless).rejects.toMatchObject({ kind: 'interrupted' });
    // The statement starts on another thread, so the interrupt is repeated until it has hit.
    const repeat = setInterval(() => connection.interrupt(), 5);
    await ended;
    clearInterval(repeat);
    expect(await connection.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses calls after it was closed, and closes twice', async () => {
    const connection = await writeConnection();
    await connection.close();
    await connection.close();
    connection.interrupt();
    await expect(connection.all('SELECT 1')).rejects.toThrow('closed');
  });
});

describe('a damaged page', () => {
  it('is reported as damage by the statement that meets it and by every later one', async () => {
    const register = await createTemporaryRegister();
    await breakPageOf(register, 'office');
    const connection = await register.driver.open({ ...register, mode: 'write' });
    onTestFinished(() => connection.close());
    expect(await connection.all('SELECT id FROM register_info')).toEqual([{ id: 1 }]);
    await expect(connection.all('SELECT * FROM office')).rejects.toMatchObject({ kind: 'damaged' });
    await expect(connection.all('SELECT * FROM office')).rejects.toMatchObject({ kind: 'damaged' });
    await expect(connection.exec('BEGIN IMMEDIATE')).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('is reported as damage also when a virtual table met it, which keeps the reason to itself', async () => {
    const register = await createTemporaryRegister();
    await breakPageOf(register, 'customer_search_index_config');
    const connection = await register.driver.open({ ...register, mode: 'write' });
    onTestFinished(() => connection.close());
    await connection.all('SELECT name FROM pragma_table_list');
    for (let turn = 0; turn < 2; turn += 1)
      await expect(connection.all('SELECT * FROM register_info')).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('is found by a check of the whole file, also where nobody has read', async () => {
    const register = await createTemporaryRegister();
    const { driver, file, key } = register;
    expect(await findDamageInFile(driver, file, key)).toEqual([]);
    const page = await breakPageOf(register, 'command_results');
    expect(await findDamageInFile(driver, file, key)).toContain(`HMAC verification failed for page ${page}`);
  });

  it('is not the only damage found: a row that points nowhere is, and one that its index lacks', async () => {
    const { driver, file, key } = await createTemporaryRegister();
    const connection = await driver.open({ file, key, mode: 'write' });
    await connection.exec(`
      PRAGMA foreign_keys = OFF;
      CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES office (id), word TEXT) STRICT;
      INSERT INTO child VALUES (1, 999, 'sana');
    `);
    await connection.exec(`
      CREATE INDEX child_by_word ON child (word) WHERE word <> 'sana';
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE INDEX child_by_word ON child (word)' WHERE name = 'child_by_word';
    `);
    await connection.close();
    expect(await findDamageInFile(driver, file, key)).toEqual([
      'a row of child points nowhere',
      'wrong # of entries in index child_by_word',
      'row 1 missing from index child_by_word',
    ]);
  });

  it('is not seen in every page of a file that is longer than the check of seals can count', async () => {
    const { driver, file, key, folder } = await createTemporaryRegister();
    const long = join(folder, 'long.db');
    await writeFile(long, '');
    await truncate(long, 2 ** 32 + 4096);
    const asked: DamageCheck[] = [];
    const watched: Driver = {
      async open(options) {
        const connection = await driver.open({ ...options, file });
        const findDamage = connection.findDamage.bind(connection);
        return Object.assign(connection, {
          findDamage: (checks: readonly DamageCheck[]) => {
            asked.push(...checks);
            return findDamage(checks);
          },
        });
      },
    };
    expect(await findDamageInFile(watched, long, key)).toEqual([]);
    expect(asked.sort()).toEqual(['references', 'structure']);
    expect(await findDamageInFile(watched, file, key)).toEqual([]);
    expect(asked.slice(2).sort()).toEqual(['references', 'seals', 'structure']);
  });

  it('is looked for in vain in a file that is not there, and that is told as of any file that cannot be opened', async () => {
    const { driver, key, folder } = await createTemporaryRegister();
    const check = findDamageInFile(driver, join(folder, 'gone.db'), key);
    await expect(check).rejects.toBeInstanceOf(DatabaseError);
  });

  it('leaves no handle open after a check of the whole file, also when a part of it cannot begin', async () => {
    const { driver, file, key } = await createTemporaryRegister();
    const handles: { isOpen: boolean }[] = [];
    const failing: Driver = {
      async open(options) {
        const connection = await driver.open(options);
        const [exec, close] = [connection.exec.bind(connection), connection.close.bind(connection)];
        const handle = { isOpen: true };
        const isFirst = handles.push(handle) === 1;
        return Object.assign(connection, {
          exec: (script: string) =>
            isFirst ? Promise.reject(new DatabaseError('other', 'no memory')) : exec(script),
          close: async () => {
            await close();
            handle.isOpen = false;
          },
        });
      },
    };
    await expect(findDamageInFile(failing, file, key)).rejects.toThrow('no memory');
    expect(handles).toEqual([{ isOpen: false }, { isOpen: false }]);
  });
});
