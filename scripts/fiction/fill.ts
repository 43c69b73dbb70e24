import { freemem } from 'node:os';
import { sql } from 'kysely';
import type { Queries, RegisterDatabase } from '#main/register/database/database.ts';
import { refold } from '#main/register/features/consents/folded-states.ts';
import { searchWords } from '#main/register/features/customers/search-words.ts';
import { adultFrom } from '#shared/features/consents/ages.ts';
import { channelsOf, purposes } from '#shared/features/consents/purposes.ts';
import { ageOn, dateAt } from '#shared/values/dates.ts';
import { nameSortKey } from '#shared/values/names.ts';
import { type FictionalCustomer, fictionalCustomer } from './customers.ts';
import { type Random, seededRandom } from './random.ts';
import { notes } from './words.ts';

export interface Filling {
  readonly seed: number;
  readonly customers: number;
  readonly visitsPerCustomer: number;
  readonly consentsPerCustomer: number;
  /** Who is named as the recorder. */
  readonly staff: { readonly id: string; readonly name: string };
  /** Milliseconds since 1970; everything happened before it. */
  readonly now: number;
  progress?(done: number, total: number): void;
}

const batch = 1000;
/** Each commit writes every page of the indexes into which names and ids have fallen: with a large register, nearly all. */
const inTransaction = 100_000;
/** Half of what the machine has free: a million customers take 9.5 GB. */
const fillingCacheKib = Math.floor(freemem() / 2048);
const positionGap = 2 ** 20;
const dayMs = 86_400_000;

/**
 * Fills an empty register with fictional customers, visits and consents, a thousand rows a statement. It leaves no
 * audit events: nobody did any of this.
 */
export async function fillRegister(database: RegisterDatabase, filling: Filling): Promise<void> {
  const people = allCustomers(filling);
  const positions = positionsByName(people);
  const list = await priceListOf(database.read);
  const random = seededRandom(filling.seed + 1);
  const receipts = { next: 1 };
  // Names and ids come in no order: with the usual small cache a large register is read and sealed again for each batch.
  await database.write((tx) => sql`PRAGMA cache_size = ${sql.lit(-fillingCacheKib)}`.execute(tx));
  for (let first = 0; first < people.length; first += inTransaction) {
    await database.write(async (tx) => {
      const end = Math.min(first + inTransaction, people.length);
      for (let start = first; start < end; start += batch) {
        const part = people.slice(start, Math.min(start + batch, end));
        await insertCustomers(tx, part, filling);
        await insertSearch(tx, part, (index) => positions[start + index] ?? 0);
        await insertVisits(tx, part, list, random, { ...filling, receipts });
        await insertConsents(tx, part, list.wordings, random, filling);
        filling.progress?.(start + part.length, people.length);
      }
    });
  }
  await database.write((tx) =>
    tx.updateTable('receipt_series').set({ next_number: receipts.next }).execute(),
  );
  await database.write((tx) =>
    tx
      .updateTable('customer_number_series')
      .set({ next_number: 10_001 + people.length })
      .execute(),
  );
}

function allCustomers({ seed, customers, now }: Filling): FictionalCustomer[] {
  const random = seededRandom(seed);
  return Array.from({ length: customers }, (_, index) => fictionalCustomer(index, random, now));
}

/** Position in name order with the gaps that the search expects, for each customer. */
function positionsByName(people: readonly FictionalCustomer[]): number[] {
  const order = people
    .map((person, index) => ({ key: nameSortKey(person), index }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  const positions: number[] = [];
  for (const [rank, { index }] of order.entries()) positions[index] = rank * positionGap;
  return positions;
}

interface PriceList {
  readonly services: readonly { id: string; name: string; unit_price_cents: number }[];
  readonly practitioners: readonly { id: string; name: string }[];
  readonly wordings: ReadonlyMap<string, string>;
}

async function priceListOf(db: Queries): Promise<PriceList> {
  // The fictional services are health care: exempt, whatever the date.
  const services = await db
    .selectFrom('price_items')
    .innerJoin('price_item_prices', 'price_item_prices.item_id', 'price_items.id')
    .select(['id', 'name', 'unit_price_cents'])
    .where('kind', '=', 'service')
    .where('vat_class', '=', 'exempt')
    .execute();
  const practitioners = await db.selectFrom('practitioners').selectAll().execute();
  const wordings = await db.selectFrom('wordings').select(['purpose', 'id']).execute();
  return { services, practitioners, wordings: new Map(wordings.map(({ purpose, id }) => [purpose, id])) };
}

type Row = readonly (string | number | null)[];

/** `INSERT … SELECT … FROM json_each(?)`: one statement and one parameter for a thousand rows. */
async function insertRows(
  tx: Queries,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const values = sql.join(columns.map((_, index) => sql`value ->> ${sql.lit(index)}`));
  for (let start = 0; start < rows.length; start += batch) {
    const json = JSON.stringify(rows.slice(start, start + batch));
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      SELECT ${values} FROM json_each(${json})`.execute(tx);
  }
}

const customerColumns = [
  'id',
  'customer_number',
  'last_name',
  'first_names',
  'hetu',
  'birth_date',
  'sex',
  'language',
  'phone',
  'email',
  'street',
  'postal_code',
  'city',
  'source',
  'source_at',
  'version',
  'created_at',
  'created_by',
  'created_by_name',
  'updated_at',
  'updated_by',
  'updated_by_name',
];

async function insertCustomers(
  tx: Queries,
  people: readonly FictionalCustomer[],
  { staff }: Filling,
): Promise<void> {
  const rows = people.map((person): Row => {
    const at = new Date(person.registeredAt).toISOString();
    const trace = [at, staff.id, staff.name];
    const { id, number, lastName, firstNames, hetu, birthDate, sex, language, phone, email } = person;
    const basics = [id, number, lastName, firstNames, hetu, birthDate, sex, language, phone, email];
    return [
      ...basics,
      person.street,
      person.postalCode,
      person.city,
      person.source,
      at,
      1,
      ...trace,
      ...trace,
    ];
  });
  await insertRows(tx, 'customers', customerColumns, rows);
}

async function insertSearch(
  tx: Queries,
  people: readonly FictionalCustomer[],
  positionOf: (index: number) => number,
): Promise<void> {
  const rows = people.map(
    (person, index): Row => [
      positionOf(index),
      person.id,
      nameSortKey(person),
      searchWords({ ...person, nameInUse: null }),
    ],
  );
  await insertRows(tx, 'customer_search', ['position', 'customer_id', 'sort_key', 'words'], rows);
}

const visitColumns = [
  'id',
  'customer_id',
  'at',
  'kind',
  'service_id',
  'service_name',
  'practitioner_id',
  'practitioner_name',
  'total_cents',
  'payment_method',
  'receipt_number',
  'note',
  'source',
  'recorded_at',
  'recorded_by',
  'recorded_by_name',
];
/** Most pay by card. */
const payments = ['card', 'card', 'card', 'cash', 'invoice', 'card', 'voucher'];

const lineColumns = [
  'id',
  'visit_id',
  'position',
  'item_id',
  'name',
  'quantity',
  'unit_price_cents',
  'vat_rate',
];

async function insertVisits(
  tx: Queries,
  people: readonly FictionalCustomer[],
  { services, practitioners }: PriceList,
  random: Random,
  { staff, now, visitsPerCustomer, receipts }: Filling & { receipts: { next: number } },
): Promise<void> {
  const visits: Row[] = [];
  const lines: Row[] = [];
  for (const person of people) {
    for (let count = random.between(0, 2 * visitsPerCustomer); count > 0; count -= 1) {
      const ms = random.between(person.registeredAt, now - dayMs);
      const [id, at] = [random.id(ms), new Date(ms).toISOString()];
      const [service, practitioner] = [random.pick(services), random.pick(practitioners)];
      const note = random.chance(0.1) ? random.pick(notes) : null;
      const price = service.unit_price_cents;
      const what = [service.id, service.name, practitioner.id, practitioner.name, price];
      const receipt = receipts.next;
      receipts.next += 1;
      const payment = payments[receipt % payments.length] ?? 'card';
      visits.push([
        id,
        person.id,
        at,
        'visit',
        ...what,
        payment,
        receipt,
        note,
        'staff',
        at,
        staff.id,
        staff.name,
      ]);
      lines.push([random.id(ms), id, 1, service.id, service.name, 1, price, 0]);
    }
  }
  await insertRows(tx, 'visits', visitColumns, visits);
  await insertRows(tx, 'visit_lines', lineColumns, lines);
}

const eventColumns = [
  'id',
  'customer_id',
  'purpose',
  'act',
  'wording_id',
  'language',
  'way',
  'note',
  'valid_until',
  'given_by',
  'given_by_name',
  'recorded_at',
  'recorded_by',
  'recorded_by_name',
];

/** A guardian answers for a minor, here one who is no customer. */
function giverOf({ birthDate, lastName }: FictionalCustomer, at: string): Row {
  return ageOn(birthDate, dateAt(at)) < adultFrom ? ['guardian', `Malla ${lastName}`] : ['customer', null];
}

async function insertConsents(
  tx: Queries,
  people: readonly FictionalCustomer[],
  wordings: ReadonlyMap<string, string>,
  random: Random,
  { staff, now, consentsPerCustomer }: Filling,
): Promise<void> {
  const events: Row[] = [];
  const channels: Row[] = [];
  for (const person of people) {
    const times = Array.from({ length: random.between(0, 2 * consentsPerCustomer) }, () =>
      random.between(person.registeredAt, now - dayMs),
    ).sort((a, b) => a - b);
    for (const ms of times) {
      const purpose = random.pick(purposes);
      const prohibits = purpose !== 'health-profile' && random.chance(0.12);
      const act = prohibits ? 'prohibited' : random.pick(['given', 'given', 'given', 'refused']);
      const [id, at] = [random.id(ms), new Date(ms).toISOString()];
      const wording = prohibits ? null : (wordings.get(purpose) ?? null);
      const way = random.pick(['orally', 'orally', 'phone', 'form', 'letter']);
      const what = [purpose, act, wording, person.language, way, null, null];
      events.push([id, person.id, ...what, ...giverOf(person, at), at, staff.id, staff.name]);
      const possible = channelsOf(purpose);
      const chosen = possible.filter(() => random.chance(0.6));
      for (const channel of chosen.length > 0 ? chosen : possible.slice(0, 1)) channels.push([id, channel]);
    }
  }
  await insertRows(tx, 'consent_events', eventColumns, events);
  await insertRows(tx, 'consent_event_channels', ['event_id', 'channel'], channels);
  await refold(
    tx,
    people.map(({ id }) => id),
  );
}
