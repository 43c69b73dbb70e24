import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connection } from '#main/register/database/driver.ts';
import { createTemporaryRegister } from '#test/support/database.ts';
import { columnMaps, schemaPage, tablesOf } from '#test/support/schema-page.ts';

async function newRegister(): Promise<Connection> {
  const { driver, file, key } = await createTemporaryRegister();
  const connection = await driver.open({ file, key, mode: 'write' });
  onTestFinished(() => connection.close());
  return connection;
}

async function columnsOf(connection: Connection): Promise<string[]> {
  const tables = await tablesOf(connection);
  return [...tables].flatMap(([table, columns]) => columns.map(({ name }) => `${table}.${name}`)).sort();
}

const mappedColumns = Object.entries(columnMaps)
  .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
  .sort();

describe('the personal-data mapping', () => {
  it('names every column of the created database and no other', async () => {
    expect(mappedColumns).toEqual(await columnsOf(await newRegister()));
  });

  it('would miss a column that a migration added without it', async () => {
    const connection = await newRegister();
    await connection.exec('ALTER TABLE office ADD COLUMN nickname TEXT');
    expect(await columnsOf(connection)).not.toEqual(mappedColumns);
    expect(await columnsOf(connection)).toContain('office.nickname');
  });

  it.each(Object.entries(columnMaps))('of %s leaves nothing unsaid', (_table, columns) => {
    for (const [column, use] of Object.entries(columns)) {
      for (const [field, text] of Object.entries(use)) {
        if (typeof text === 'string') expect(text.trim(), `${column}: ${field}`).not.toBe('');
      }
    }
  });
});

describe('the page of the database', () => {
  it('says what the created database and the mapping say', async () => {
    await expect(await schemaPage(await newRegister())).toMatchFileSnapshot('../../../docs/database.md');
  });
});
