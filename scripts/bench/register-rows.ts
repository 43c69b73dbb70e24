import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { readSearch } from '#main/register/features/customers/search-words.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { today } from '#shared/values/dates.ts';
import { createFictionalRegister, staff } from '../fiction/register.ts';
import { nameBeginnings } from '../fiction/words.ts';
import { type Client, signedIn } from './client.ts';
import { commandRows } from './command-rows.ts';
import { atMostMs, atMostTimes, interleaved, quantile, type Row, row } from './measure.ts';
import { type PlainTwin, plainTwin } from './plain.ts';

interface Bench {
  readonly folder: string;
  readonly customers: number;
  readonly client: Client;
  readonly plain: PlainTwin;
  readonly customerIds: readonly string[];
}

const backupsOf = (folder: string) => join(folder, '..', 'backups');

/** Opens the filled register and its unencrypted twin. @param folder of the register */
async function openBench(folder: string): Promise<Bench> {
  const place = backupsOf(folder);
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  // Signing in brings a kept register to the present schema.
  const client = await signedIn(folder, { chooseFolder: async () => place });
  const vault = await unlock(vaultPlace(folder), { typedName: staff[0].name }, staff[0].password);
  const plain = await plainTwin(folder, vault);
  const customers = plain.prepare('SELECT count(*) FROM customers').pluck().get() as number;
  const ids = plain.prepare('SELECT id FROM customers ORDER BY random() LIMIT 300').pluck().all() as string[];
  return { folder, customers, client, plain, customerIds: ids };
}

/** What can be left out of a run, by the names that the command line takes. */
const measured = {
  search: searchRow,
  card: cardRow,
  command: ({ client, plain }: Bench) => commandRows(client, plain),
  bulk: bulkRow,
  backup: backupRow,
};
type RegisterRow = keyof typeof measured;

interface Filling {
  readonly customers: number;
  readonly seed: number;
  readonly skipped: ReadonlySet<string>;
  onStep(step: string): void;
}

/** Measures what needs no window. @param folder of the register, which is filled when it is not yet there */
export async function* registerRows(
  folder: string,
  { customers, seed, skipped, onStep }: Filling,
): AsyncGenerator<Row> {
  if (!existsSync(join(folder, 'vault.json'))) {
    onStep(`filling a register with ${customers} fictional customers`);
    await createFictionalRegister(folder, {
      ...{ seed, customers, visitsPerCustomer: 5, consentsPerCustomer: 4 },
      progress: inTenths((done) => onStep(`${done} of ${customers} customers filled in`)),
    });
  }
  onStep('opening it and its copy in plain SQLite');
  const register = await openBench(folder);
  for (const name of Object.keys(measured) as RegisterRow[]) {
    if (skipped.has(name)) continue;
    onStep(`measuring: ${name}`);
    yield* [await measured[name](register)].flat();
  }
  register.plain.close();
}

/** Tells ten times how far it is, whatever the size. */
function inTenths(tell: (done: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth === told) return;
    told = tenth;
    tell(done);
  };
}

/** What a person types, letter by letter: short beginnings find many, long ones few. */
const typed = nameBeginnings
  .flatMap((name) => [name.slice(0, 1), name.slice(0, 3), name])
  .concat(['0400', '13.4.19']);

async function searchRow({ client, plain }: Bench): Promise<Row> {
  const find = plain.prepare(
    `SELECT s.customer_id, s.listed, s.consents
     FROM customer_search_index CROSS JOIN customer_search s ON s.position = customer_search_index.rowid
     WHERE customer_search_index MATCH ? ORDER BY customer_search_index.rowid LIMIT 51`,
  );
  const day = today();
  const text = (round: number) => typed[round % typed.length] ?? '';
  const { ours, reference } = await interleaved(
    10 * typed.length,
    (round) => client.call('customers', 'search', { text: text(round), limit: 50 }),
    (round) => {
      const query = readSearch(text(round), day);
      return query.kind === 'words' ? find.all(query.match) : [];
    },
  );
  return row(
    'search in the register process with marks and log, p95',
    { ours: quantile(ours, 0.95), reference: quantile(reference, 0.95), against: 'plain SQLite, rows only' },
    atMostMs(3),
  );
}

async function cardRow({ client, plain, customerIds }: Bench): Promise<Row> {
  const reads = [
    'SELECT * FROM customers WHERE id = ?',
    'SELECT * FROM visits WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT 51',
    'SELECT * FROM consent_events WHERE customer_id = ? ORDER BY sequence',
    'SELECT * FROM audit_events WHERE customer_id = ? ORDER BY sequence DESC LIMIT 101',
  ].map((text) => plain.prepare(text));
  const id = (round: number) => customerIds[round % customerIds.length] ?? '';
  const { ours, reference } = await interleaved(
    120,
    async (round) => {
      const customerId = id(round);
      await Promise.all([
        client.call('customers', 'card', { customerId }),
        client.call('visits', 'ofCustomer', { customerId, show: 'all', before: null }),
        client.call('consents', 'ofCustomer', { customerId }),
        client.call('audit', 'ofCustomer', { customerId, beforeSequence: null }),
      ]);
    },
    (round) => reads.map((read) => read.all(id(round))),
  );
  return row(
    'customer card with its tabs, four durable audit rows, p95',
    { ours: quantile(ours, 0.95), reference: quantile(reference, 0.95), against: 'plain SQLite, reads only' },
    atMostMs(100),
  );
}

const bulkCustomers = 2000;
const bulkTables = [
  'customers',
  'customer_search',
  'visits',
  'visit_lines',
  'consent_events',
  'consent_event_channels',
];

/**
 * Both sides are emptied and get the same rows back by the same statements, a thousand customers a transaction, so
 * that only encryption and binding differ.
 */
async function bulkRow({ folder }: Bench): Promise<Row> {
  const scratch = join(folder, '..', 'bulk');
  await rm(scratch, { recursive: true, force: true });
  await createFictionalRegister(scratch, {
    seed: 7,
    customers: bulkCustomers,
    visitsPerCustomer: 5,
    consentsPerCustomer: 4,
  });
  const place = vaultPlace(scratch);
  const vault = await unlock(place, { typedName: staff[0].name }, staff[0].password);
  const twin = await plainTwin(scratch, vault);
  const statements = bulkStatements(twin);
  const connection = await sqlcipherDriver.open({
    file: join(scratch, vault.databaseFile),
    key: vault.databaseKey,
    mode: 'write',
  });
  const plain = {
    exec: (text: string) => void twin.exec(text),
    run: (text: string, json: string) => void twin.prepare(text).run(json),
  };
  const encrypted = {
    exec: (text: string) => connection.exec(text),
    run: (text: string, json: string) => connection.run(text, [json]),
  };
  const { ours, reference } = await interleaved(
    3,
    () => putBack(encrypted, statements),
    () => putBack(plain, statements),
    (side) => empty(side === 'ours' ? encrypted : plain, twin),
  );
  await connection.close();
  twin.close();
  return row(
    `bulk insert of ${bulkCustomers} customers with search words, visits and consents, median`,
    {
      ours: quantile(ours, 0.5),
      reference: quantile(reference, 0.5),
      against: 'plain SQLite, the same statements',
    },
    atMostTimes(2),
  );
}

interface Side {
  exec(text: string): Promise<void> | void;
  run(text: string, json: string): unknown;
}

type Statement = { readonly text: string; readonly json: string };

/** A row of the search copies from its customer, which has to be there before it. */
function orderOf(table: string): string {
  return { customers: 'ORDER BY id', customer_search: 'ORDER BY customer_id' }[table] ?? '';
}

/** One list of statements for each transaction. */
function bulkStatements(twin: PlainTwin): Statement[][] {
  const transactions = bulkCustomers / 1000;
  return Array.from({ length: transactions }, (_, index) =>
    bulkTables.flatMap((table) => {
      const rows = twin.prepare(`SELECT * FROM ${table} ${orderOf(table)}`).all() as Record<
        string,
        unknown
      >[];
      const share = (part: number) => Math.round((part / transactions) * rows.length);
      return statementsFor(table, rows.slice(share(index), share(index + 1)));
    }),
  );
}

function statementsFor(table: string, rows: readonly Record<string, unknown>[]): Statement[] {
  const columns = Object.keys(rows[0] ?? {});
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
  const text = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`;
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) => {
    const batch = rows.slice(index * 1000, (index + 1) * 1000);
    return { text, json: JSON.stringify(batch.map((row) => columns.map((column) => row[column]))) };
  });
}

async function putBack(side: Side, transactions: readonly Statement[][]): Promise<void> {
  for (const statements of transactions) {
    await side.exec('BEGIN IMMEDIATE');
    for (const { text, json } of statements) await side.run(text, json);
    await side.exec('COMMIT');
  }
}

/** The history refuses to be deleted; in this scratch copy its guards go first. */
async function empty(side: Side, twin: PlainTwin): Promise<void> {
  const guards = twin
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%refuse_delete'")
    .pluck()
    .all() as string[];
  await side.exec('PRAGMA foreign_keys = OFF');
  for (const guard of guards) await side.exec(`DROP TRIGGER IF EXISTS ${guard}`);
  for (const table of bulkTables) await side.exec(`DELETE FROM ${table}`);
}

async function backupRow({ client, folder, plain, customers }: Bench): Promise<Row> {
  await client.call('backup', 'choosePlace', {});
  const copy = join(folder, '..', 'plain-copy.db');
  const { ours, reference } = await interleaved(
    customers > 200_000 ? 1 : 3,
    () => client.call('backup', 'run', {}),
    () => syncedCopy(plain.name, copy),
  );
  for (const done of [copy, backupsOf(folder)]) await rm(done, { recursive: true, force: true });
  return row(
    `verified backup of ${customers} customers, median`,
    {
      ours: quantile(ours, 0.5),
      reference: quantile(reference, 0.5),
      against: 'copying the plain file and fsync',
    },
    { ...atMostMs(customers / 100), target: `≤ 10 s at 1 000 000 (${customers / 100} ms here)` },
  );
}

async function syncedCopy(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  await file.sync();
  await file.close();
}
