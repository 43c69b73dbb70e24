import type { Connection } from '#main/register/database/driver.ts';
import { columns as foundation } from '#main/register/database/foundation-tables.ts';
import type { ColumnUse } from '#main/register/database/personal-data.ts';
import { columns as accounts } from '#main/register/features/accounts/tables.ts';
import { columns as audit } from '#main/register/features/audit/tables.ts';
import { columns as backup } from '#main/register/features/backup/tables.ts';
import { columns as consents } from '#main/register/features/consents/tables.ts';
import { columns as customers } from '#main/register/features/customers/tables.ts';
import { columns as drafts } from '#main/register/features/drafts/tables.ts';
import { columns as notices } from '#main/register/features/notices/tables.ts';
import { columns as visits } from '#main/register/features/visits/tables.ts';

export type ColumnMaps = Readonly<Record<string, Readonly<Record<string, ColumnUse>>>>;

const areas: Readonly<Record<string, ColumnMaps>> = {
  foundation,
  customers,
  visits,
  consents,
  audit,
  backup,
  accounts,
  notices,
  drafts,
};

/** What every feature says about its columns. */
export const columnMaps: ColumnMaps = Object.assign({}, ...Object.values(areas));

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

/** Columns of each table as SQLite knows them, without the shadow tables of full-text indexes. */
export async function tablesOf(connection: Connection): Promise<Map<string, Column[]>> {
  const tables = await connection.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
     ORDER BY name`,
  );
  const found = new Map<string, Column[]>();
  for (const { name } of tables) {
    found.set(
      name,
      await connection.all<Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', [name]),
    );
  }
  return found;
}

/** The page `docs/database.md`: every table and column, and why the register may keep it. */
export async function schemaPage(connection: Connection): Promise<string> {
  const tables = await tablesOf(connection);
  const parts = [introduction];
  for (const [area, maps] of Object.entries(areas)) {
    parts.push(`## ${area}\n`);
    for (const table of Object.keys(maps))
      parts.push(await tableSection(connection, table, tables.get(table) ?? []));
  }
  parts.push(await derivedSection(connection));
  return parts.join('\n');
}

const introduction = `# The database

Written by \`npx vitest run test/register/database/schema-page.test.ts --update\` from a created register and from what
the features say in their \`tables.ts\`. A test fails when this page is out of date or a column is not mapped.

One SQLCipher file, STRICT tables. Ids are UUIDv7 text, instants UTC ISO text, dates \`YYYY-MM-DD\`, money whole cents,
truth values 0 or 1. **Bold** columns are personal data; the others say why they exist.
`;

async function tableSection(connection: Connection, table: string, found: Column[]): Promise<string> {
  const targets = await references(connection, table);
  const rows = found.map((column) =>
    columnRow(column, columnMaps[table]?.[column.name], targets.get(column.name)),
  );
  const head =
    '| Column | Type | Purpose | Basis | Kept | Source | Recipients |\n|---|---|---|---|---|---|---|';
  return `### ${table}\n\n${head}\n${rows.join('\n')}\n${await extras(connection, table)}`;
}

function columnRow(column: Column, use: ColumnUse | undefined, target: string | undefined): string {
  const notes = [
    column.type,
    column.pk > 0 && 'key',
    !column.notnull && !column.pk && 'or nothing',
    target && `→ ${target}`,
  ];
  const type = notes.filter(Boolean).join(', ');
  if (use?.personal === false) return cells(column.name, type, use.why, '', '', '', '');
  const { purpose = '', basis = '', retention = '', source = '', recipients = '' } = use ?? {};
  return cells(`**${column.name}**`, type, purpose, basis, retention, source, recipients);
}

const cells = (...texts: string[]) => `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;

async function references(connection: Connection, table: string): Promise<Map<string, string>> {
  const keys = await connection.all<{ from: string; table: string; to: string }>(
    'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
    [table],
  );
  return new Map(keys.map((key) => [key.from, `${key.table}.${key.to}`]));
}

async function extras(connection: Connection, table: string): Promise<string> {
  const named = await connection.all<{ type: string; name: string }>(
    `SELECT type, name FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger')
     AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name`,
    [table],
  );
  const listed = (type: string, title: string) => {
    const names = named.filter((entry) => entry.type === type).map(({ name }) => `\`${name}\``);
    return names.length > 0 ? `\n${title}: ${names.join(', ')}\n` : '';
  };
  return listed('index', 'Indexes') + listed('trigger', 'Triggers');
}

async function derivedSection(connection: Connection): Promise<string> {
  const derived = await connection.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name`,
  );
  const lines = derived.map(({ name, sql }) => {
    const content = /content = '(\w+)'/.exec(sql)?.[1];
    return `- \`${name}\`: full-text index made from \`${content}\`, kept in step by its triggers.`;
  });
  return `## Derived\n\n${lines.join('\n')}\n`;
}
