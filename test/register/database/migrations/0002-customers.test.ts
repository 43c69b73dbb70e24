import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { temporaryDatabase } from '#test/support/database.ts';

const customer = {
  id: '01890a5d-ac96-774b-bcce-b302099a0001',
  customer_number: 10001,
  last_name: 'Mallikas',
  first_names: 'Aino',
  name_in_use: null,
  hetu: '140387-924P',
  birth_date: '1987-03-14',
  sex: 'female',
  language: 'fi',
  phone: null,
  email: null,
  street: null,
  postal_code: null,
  city: null,
  source: 'customer',
  source_at: '2026-03-03T08:00:00.000Z',
  version: 1,
  created_at: '2026-03-03T08:00:00.000Z',
  created_by: 'u1',
  created_by_name: 'Helmi Testola',
  updated_at: '2026-03-03T08:00:00.000Z',
  updated_by: 'u1',
  updated_by_name: 'Helmi Testola',
} as const;

const change = {
  id: '01890a5d-ac96-774b-bcce-b302099a0002',
  customer_id: customer.id,
  version: 2,
  field: 'lastName',
  old_value: 'Virta',
  new_value: 'Mallikas',
  source: 'customer',
  changed_at: '2026-03-04T08:00:00.000Z',
  changed_by: 'u1',
  changed_by_name: 'Helmi Testola',
} as const;

const searchRow = { position: 100, customer_id: customer.id, sort_key: 'mallikas', words: 'mallikas aino' };

async function found(db: Queries, match: string): Promise<number[]> {
  const { rows } = await sql<{ rowid: number }>`
    SELECT rowid FROM customer_search_index WHERE customer_search_index MATCH ${match}`.execute(db);
  return rows.map(({ rowid }) => rowid);
}

async function withCustomer() {
  const database = await temporaryDatabase();
  const insert = (tx: Queries) => tx.insertInto('customers').values(customer).execute();
  await database.write(insert);
  return database;
}

describe('the tables of customers', () => {
  it('start the numbers at 10001', async () => {
    const database = await temporaryDatabase();
    const series = await database.read.selectFrom('customer_number_series').selectAll().execute();
    expect(series).toEqual([{ id: 1, next_number: 10001 }]);
  });

  it('refuse a second customer with the same number or identity code', async () => {
    const database = await withCustomer();
    const other = { ...customer, id: '01890a5d-ac96-774b-bcce-b302099a0003' };
    for (const values of [
      { ...other, hetu: null },
      { ...other, customer_number: 10002 },
    ]) {
      await expect(
        database.write((tx) => tx.insertInto('customers').values(values).execute()),
      ).rejects.toMatchObject({ kind: 'unique' });
    }
  });

  it('keep every old value as long as the customer', async () => {
    const database = await withCustomer();
    await database.write((tx) => tx.insertInto('customer_changes').values(change).execute());
    const attempts: ((tx: Queries) => Promise<unknown>)[] = [
      (tx: Queries) => tx.updateTable('customer_changes').set({ old_value: 'x' }).execute(),
      (tx: Queries) => tx.deleteFrom('customer_changes').execute(),
      (tx: Queries) => tx.replaceInto('customer_changes').values(change).execute(),
    ];
    for (const attempt of attempts) {
      await expect(database.write(attempt)).rejects.toMatchObject({ kind: 'refused' });
    }
    await database.write((tx) => tx.deleteFrom('customers').execute());
    expect(await database.read.selectFrom('customer_changes').selectAll().execute()).toEqual([]);
  });

  it('keep the search index in step with its rows', async () => {
    const database = await withCustomer();
    await database.write((tx) => tx.insertInto('customer_search').values(searchRow).execute());
    await database.write((tx) =>
      tx.updateTable('customer_search').set({ position: 200, words: 'virta aino' }).execute(),
    );
    expect(await found(database.read, '"virta"')).toEqual([200]);
    expect(await found(database.read, '"mallikas"')).toEqual([]);
    await database.write((tx) => tx.deleteFrom('customers').execute());
    expect(await found(database.read, '"aino"')).toEqual([]);
    await database.write((tx) =>
      sql`INSERT INTO customer_search_index (customer_search_index, rank) VALUES ('integrity-check', 1)`.execute(
        tx,
      ),
    );
  });
});
