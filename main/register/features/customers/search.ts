import { sql } from 'kysely';
import { nameSortKey } from '#shared/values/names.ts';
import type { Queries } from '../../database/database.ts';
import { type FoundCustomer, foundById, foundByWords } from './search-hits.ts';
import { type Findable, readSearch, searchWords } from './search-words.ts';
import type { CustomerSearchTable } from './tables.ts';

/** The customers whom the text finds, in name order; null when nothing was typed. */
export async function findCustomers(
  db: Queries,
  text: string,
  today: string,
  limit: number,
  oldHetus: 'with-old-hetus' | 'without-old-hetus' = 'without-old-hetus',
): Promise<FoundCustomer[] | null> {
  const query = readSearch(text, today);
  switch (query.kind) {
    case 'empty':
      return null;
    case 'nothing':
      return [];
    case 'hetu': {
      const rows = await db.selectFrom('customers').select('id').where('hetu', '=', query.hetu).execute();
      const now = rows.map(({ id }) => id);
      const before = oldHetus === 'with-old-hetus' ? await formerOwners(db, query.hetu) : [];
      return foundById(db, [...new Set([...now, ...before])].slice(0, limit));
    }
    case 'words':
      return foundByWords(db, query.match, limit);
  }
}

/** Port for whoever names customers only by their ids. */
export async function findCustomerIds(...asked: Parameters<typeof findCustomers>): Promise<string[] | null> {
  const found = await findCustomers(...asked);
  return found?.map(({ id }) => id) ?? null;
}

/** People whose identity code was this before it was changed or corrected. */
async function formerOwners(db: Queries, hetu: string): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_changes')
    .select('customer_id')
    .where('field', '=', sql.lit('hetu'))
    .where('old_value', '=', hetu)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Puts a customer into the search, or to another place and under other words after an edit. */
export async function fileCustomer(tx: Queries, id: string, customer: Findable): Promise<void> {
  const filed = { sort_key: nameSortKey(customer), words: searchWords(customer) };
  const old = await tx
    .selectFrom('customer_search')
    .select(['sort_key', 'words'])
    .where('customer_id', '=', id)
    .executeTakeFirst();
  if (old?.sort_key === filed.sort_key) {
    if (old.words === filed.words) return;
    await tx.updateTable('customer_search').set(filed).where('customer_id', '=', id).execute();
    return;
  }
  if (old) await tx.deleteFrom('customer_search').where('customer_id', '=', id).execute();
  const position = await freePosition(tx, filed.sort_key);
  await tx
    .insertInto('customer_search')
    .values({ customer_id: id, position, ...filed })
    .execute();
}

/** Between two neighbours there is room for 20 more before any of them has to move. */
const gap = 2 ** 20;
const roomyGap = 2 ** 10;

/** A position after every customer of the same or an earlier name, and before the others. */
async function freePosition(tx: Queries, sortKey: string): Promise<number> {
  const before = await lastOfName(tx, sortKey);
  const after = await firstAfter(tx, before);
  if (after === null) return before === null ? 0 : before + gap;
  if (before === null) return after - gap;
  if (after - before > 1) return Math.floor((before + after) / 2);
  await makeRoom(tx, before);
  return freePosition(tx, sortKey);
}

async function lastOfName(tx: Queries, sortKey: string): Promise<number | null> {
  const row = await tx
    .selectFrom('customer_search')
    .select('position')
    .where('sort_key', '<=', sortKey)
    .orderBy('sort_key', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? null;
}

async function firstAfter(tx: Queries, position: number | null): Promise<number | null> {
  const row = await tx
    .selectFrom('customer_search')
    .select('position')
    .$if(position !== null, (query) => query.where('position', '>', position ?? 0))
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? null;
}

/**
 * Spreads the neighbours of a position evenly: the fewest among whom there is room again. Names that come in
 * order (an import) need this about once in twenty customers, for 64 rows; at the desk it is rare.
 */
async function makeRoom(tx: Queries, around: number): Promise<void> {
  for (let reach = 32; ; reach *= 4) {
    const below = await neighbours(tx, around, 'below', reach);
    const above = await neighbours(tx, around, 'above', reach);
    const rows = [...below.rows.reverse(), ...above.rows];
    const low = below.edge ?? (above.edge ?? 0) - gap * (rows.length + 1);
    const step = Math.floor(((above.edge ?? low + gap * (rows.length + 1)) - low) / (rows.length + 1));
    if (step < roomyGap) continue;
    await moveRows(
      tx,
      rows.map((row, index) => ({ ...row, position: low + step * (index + 1) })),
    );
    return;
  }
}

/** At most `reach` rows on one side, nearest first, and the position of the next one that stays in its place. */
async function neighbours(tx: Queries, around: number, side: 'below' | 'above', reach: number) {
  const rows = await tx
    .selectFrom('customer_search')
    .select(['position', 'customer_id', 'sort_key', 'words'])
    .where('position', side === 'below' ? '<=' : '>', around)
    .orderBy('position', side === 'below' ? 'desc' : 'asc')
    .limit(reach + 1)
    .execute();
  return { rows: rows.slice(0, reach), edge: rows[reach]?.position ?? null };
}

type Place = Pick<CustomerSearchTable, 'position' | 'customer_id' | 'sort_key' | 'words'>;

async function moveRows(tx: Queries, rows: readonly Place[]): Promise<void> {
  const ids = JSON.stringify(rows.map((row) => row.customer_id));
  await sql`DELETE FROM customer_search WHERE customer_id IN (SELECT value FROM json_each(${ids}))`.execute(
    tx,
  );
  await insertRows(tx, rows);
}

async function insertRows(tx: Queries, rows: readonly Place[]): Promise<void> {
  const values = JSON.stringify(rows.map((row) => [row.position, row.customer_id, row.sort_key, row.words]));
  await sql`
    INSERT INTO customer_search (position, customer_id, sort_key, words)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${values})`.execute(tx);
}
