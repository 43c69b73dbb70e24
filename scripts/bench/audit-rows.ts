import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { rowHash } from '#main/register/audit-chain/chain.ts';
import { openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { contract } from '#shared/contract.ts';
import { everything, type LogFilter } from '#shared/features/audit/log.ts';
import { addRows, type MadeRow } from '#test/support/audit-rows.ts';
import { createFictionalRegister, staff } from '../fiction/register.ts';
import { type Client, signedIn } from './client.ts';
import { atMostMs, atMostTimes, interleaved, quantile, type Row, row } from './measure.ts';
import { type PlainTwin, plainTwin } from './plain.ts';

interface AuditBench {
  readonly folder: string;
  readonly rows: number;
  readonly client: Client;
  readonly plain: PlainTwin;
  readonly busiest: { readonly customerId: string; readonly actorId: string };
}

const customers = 2000;
const actions = [
  'customers.card',
  'customers.search',
  'visits.ofCustomer',
  'consents.ofCustomer',
  'customers.edit',
];
/** From here on a verification takes minutes, and one round beside the warm-up is enough. */
const longLog = 200_000;
const fiveYearsMs = 5 * 365 * 86_400_000;

/** Every row of the log of an office at work for years; @param rows how long the log is made */
export async function* auditRows(parent: string, rows: number): AsyncGenerator<Row> {
  const bench = await openAuditBench(parent, rows);
  yield await rowCostRow(bench);
  yield await verifyRow(bench);
  for (const [name, filter] of filters(bench)) yield await listRow(bench, name, filter);
  bench.plain.close();
}

async function openAuditBench(parent: string, rows: number): Promise<AuditBench> {
  const folder = join(parent, 'audited');
  await createFictionalRegister(folder, {
    seed: 11,
    customers,
    visitsPerCustomer: 1,
    consentsPerCustomer: 1,
  });
  const place = vaultPlace(folder);
  const vault = await unlock(place, { typedName: staff[0].name }, staff[0].password);
  const { database } = await openRegister(place, vault);
  const ids = (await database.read.selectFrom('customers').select('id').execute()).map(({ id }) => id);
  const people = [vault.user.id, uuidv7(), uuidv7()];
  await addRows(database, rows, (index) => madeRow(index, rows, ids, people));
  await database.close();
  const plain = await plainTwin(folder, vault);
  const client = await signedIn(folder, {});
  return { folder, rows, client, plain, busiest: { customerId: ids[0] ?? '', actorId: vault.user.id } };
}

function madeRow(
  index: number,
  rows: number,
  customerIds: readonly string[],
  people: readonly string[],
): MadeRow {
  const at = new Date(Date.now() - fiveYearsMs + Math.floor((index / rows) * fiveYearsMs)).toISOString();
  const action = actions[index % actions.length] ?? '';
  const customer_id =
    action === 'customers.search' ? null : (customerIds[(index * 7) % customerIds.length] ?? null);
  const actor = index % people.length;
  const outcome = index % 997 === 0 ? 'refused' : 'done';
  return { at, action, outcome, customer_id, actor_id: people[actor] ?? null, actor_name: `Testi ${actor}` };
}

/** The same command with and without its row, through the same dispatch. */
async function rowCostRow({ folder, client, rows }: AuditBench): Promise<Row> {
  const { addPractitioner } = contract.visits;
  const silent = { ...addPractitioner, audit: { log: 'none' as const, why: 'the bench measures the row' } };
  const without = await signedIn(folder, {}, {
    ...contract,
    visits: { ...contract.visits, addPractitioner: silent },
  } as typeof contract);
  const add = (one: Client) =>
    one.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
  const { ours, reference } = await interleaved(
    200,
    () => add(client),
    () => add(without),
  );
  return row(
    `durable one-row command with its audit row, ${rows} rows in the log, median`,
    {
      ours: quantile(ours, 0.5),
      reference: quantile(reference, 0.5),
      against: 'the same without its audit row',
    },
    atMostTimes(2),
  );
}

async function verifyRow({ client, plain, rows }: AuditBench): Promise<Row> {
  let walked = 0;
  const hashAll = () => {
    for (const one of plain.prepare('SELECT * FROM audit_events ORDER BY sequence').iterate())
      rowHash((one as { previous_hash: string }).previous_hash, one as never);
  };
  const verify = async () => {
    walked = (await client.call('audit', 'verify', {})).rows;
  };
  const { ours, reference } = await interleaved(rows > longLog ? 1 : 3, verify, hashAll);
  const ms = quantile(ours, 0.5);
  return row(
    `verification of ${walked} audit rows: ${Math.round(walked / (ms / 1000))} rows/s, median`,
    { ours: ms, reference: quantile(reference, 0.5), against: 'plain SQLite, the same hashes in one loop' },
    atMostTimes(2),
  );
}

type Reference = readonly [where: string, ...values: (string | number)[]];

function filters({
  busiest: { customerId, actorId },
}: AuditBench): [string, LogFilter & { reference: Reference }][] {
  const day = new Date(Date.now() - fiveYearsMs / 2).toISOString().slice(0, 10);
  return [
    ['the newest', { ...everything, reference: ['1'] }],
    ['of one person', { ...everything, actor: actorId, reference: ['actor_id = ?', actorId] }],
    ['of one customer', { ...everything, customerId, reference: ['customer_id = ?', customerId] }],
    [
      'of changes',
      {
        ...everything,
        actions: 'changes',
        reference: ["action IN ('customers.register', 'customers.edit')"],
      },
    ],
    ['that were refused', { ...everything, outcome: 'refused', reference: ["outcome = 'refused'"] }],
    [
      'of one day years ago',
      { ...everything, from: day, to: day, reference: ["at >= ? AND at < ? || 'T99'", day, day] },
    ],
    [
      'of one person’s changes to one customer',
      {
        ...everything,
        actor: actorId,
        customerId,
        actions: 'changes',
        reference: ["actor_id = ? AND customer_id = ? AND action = 'customers.edit'", actorId, customerId],
      },
    ],
  ];
}

async function listRow(
  { client, plain, rows }: AuditBench,
  name: string,
  { reference: [where, ...values], ...filter }: LogFilter & { reference: Reference },
): Promise<Row> {
  const read = plain.prepare(`SELECT * FROM audit_events WHERE ${where} ORDER BY sequence DESC LIMIT 101`);
  const { ours, reference } = await interleaved(
    20,
    () => client.call('audit', 'list', { filter, before: null }),
    () => read.all(...values),
  );
  return row(
    `first page of the log, rows ${name}, of ${rows}, p95`,
    {
      ours: quantile(ours, 0.95),
      reference: quantile(reference, 0.95),
      against: 'plain SQLite, the page alone',
    },
    atMostMs(100),
  );
}
