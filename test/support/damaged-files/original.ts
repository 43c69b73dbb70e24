import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { recordHead, signHead } from '#main/register/vault/audit-heads.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import { testClient } from '../client.ts';
import { crashPerson } from '../crash/deeds.ts';
import { createOldRegister } from '../crash/old-register.ts';
import { registerCustomer } from '../customers.ts';

/** A register as a kill leaves it: a database, a log full of commits, and the vault. */
export interface Original {
  readonly folder: string;
  readonly vault: OpenVault;
  readonly files: readonly { readonly target: Target; readonly name: string; readonly bytes: Buffer }[];
  /** Everything that the register has said, as digests of its whole content, oldest first. */
  readonly states: readonly string[];
}

export type Target = 'database' | 'log' | 'vault';

export const placeOf = (folder: string): VaultPlace =>
  vaultPlace(folder, { chooseCost: async () => minimumCost });

/** Makes it through the contract. The person signs the head of the log half way and at the end, as a lock does. */
export async function makeOriginal(folder: string): Promise<Original> {
  const working = join(folder, 'working');
  await createOldRegister(working, { customers: 60, looks: 60 });
  const client = testClient(working);
  const who = { typedName: crashPerson.name };
  await client.call('auth', 'unlock', { who, password: crashPerson.password });
  const place = placeOf(working);
  const vault = await unlock(place, who, crashPerson.password);
  const beside = await openRegister(place, vault);
  for (let turn = 0; turn < 24; turn += 1) {
    await registerCustomer(client, { lastName: `Mallikas ${turn}` });
    if (turn === 11) await standForHead(place, vault, beside.database);
  }
  await standForHead(place, vault, beside.database);
  const copy = join(folder, 'original');
  await mkdir(copy);
  const { databaseFile } = vault;
  await copyFile(join(working, 'door.json'), join(copy, 'door.json'));
  const names = { database: databaseFile, log: `${databaseFile}-wal`, vault: 'vault.json' };
  for (const name of Object.values(names)) await copyFile(join(working, name), join(copy, name));
  await beside.database.close();
  const files = await Promise.all(
    (['database', 'log', 'vault'] as const).map(async (target) => {
      const name = names[target];
      return { target, name, bytes: await readFile(join(copy, name)) };
    }),
  );
  return { folder: copy, vault, files, states: await statesOf(folder, vault, files) };
}

async function standForHead(place: VaultPlace, vault: OpenVault, database: RegisterDatabase): Promise<void> {
  const { sequence, hash } = await database.read
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const head = { sequence, hash, at: '2026-11-18T12:32:07.000Z' };
  await recordHead(place, vault, signHead(vault, head));
}

/** Everything in the register's own tables. */
export async function stateOf(database: RegisterDatabase): Promise<string> {
  return database.readTransaction(async (tx) => {
    const tables = await sql<{ name: string }>`
      SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY name`.execute(tx);
    const content: unknown[] = [];
    for (const { name } of tables.rows)
      content.push(name, (await sql`SELECT * FROM ${sql.table(name)} ORDER BY 1, 2`.execute(tx)).rows);
    return JSON.stringify(content);
  });
}

/** SQLite's own earlier states: the log cut after each of its commits, and without any. */
async function statesOf(folder: string, vault: OpenVault, files: Original['files']): Promise<string[]> {
  const log = files.find(({ target }) => target === 'log')?.bytes ?? Buffer.alloc(0);
  const states: string[] = [];
  for (const [index, length] of [0, ...commitsOf(log)].entries()) {
    const trial = join(folder, `state-${index}`);
    await mkdir(trial);
    for (const { name, bytes } of files) await writeFile(join(trial, name), bytes);
    await truncate(join(trial, `${vault.databaseFile}-wal`), length);
    const { vaultId, keyEpoch, rosterEpoch, databaseKey: key, databaseFile } = vault;
    const file = join(trial, databaseFile);
    const at = { driver: sqlcipherDriver, file, key, vaultId, keyEpoch, rosterEpoch };
    const database = await openDatabase(at).catch(() => null);
    // The first pages alone may be an older schema, which no sign-in would show.
    if (!database) continue;
    states.push(await stateOf(database));
    await database.close();
  }
  return states;
}

const logHeader = 32;
const frameHeader = 24;
const frame = frameHeader + 4096;

/** Where commits end: a frame of a commit says how many pages the database has then (SQLite file format, 4.1). */
function commitsOf(log: Buffer): number[] {
  const ends: number[] = [];
  for (let at = logHeader; at + frame <= log.length; at += frame)
    if (log.readUInt32BE(at + 4) > 0) ends.push(at + frame);
  return ends;
}

/** Puts a register's files into a folder of their own, with the counter of failed sign-ins as it was. */
export async function layOut(folder: string, { folder: from, files }: Original): Promise<void> {
  await mkdir(folder);
  await copyFile(join(from, 'door.json'), join(folder, 'door.json'));
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
}

export async function isSetAside(folder: string): Promise<boolean> {
  const names = await readdir(join(folder, 'quarantine')).catch(() => []);
  return names.length > 0;
}
