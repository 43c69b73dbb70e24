import { expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import {
  registerAtVersion,
  type TemporaryRegister,
  temporaryDatabase,
  upToDate,
} from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';

async function withOldCustomer(): Promise<TemporaryRegister> {
  const register = await registerAtVersion(9);
  const connection = await register.driver.open({ ...register, mode: 'write' });
  await connection.run(
    `INSERT INTO customers VALUES ('c1', 10001, 'Mallikas', 'Aino', NULL, NULL, '1987-03-14', 'female', 'fi',
      '+358400000182', NULL, 'Koekuja 4', '13100', 'Hämeenlinna', 'customer', ?, 3, ?, 'u', 'U', ?, 'u', 'U')`,
    [at, at, at],
  );
  await connection.close();
  return register;
}

it('customers of an earlier release keep their details, live in Finland and are neither protected nor restricted', async () => {
  const old = await withOldCustomer();
  const database = await upToDate(old);
  const customers = await database.read.selectFrom('customers').selectAll().execute();
  expect(customers).toEqual([
    expect.objectContaining({
      id: 'c1',
      phone: '+358400000182',
      street: 'Koekuja 4',
      version: 3,
      country: 'FI',
      online_user_name: null,
      contact_protected: 0,
      deceased_on: null,
      restricted_since: null,
      restriction_ground: null,
    }),
  ]);
});

const change = {
  id: 'h1',
  record_id: 'n1',
  kind: 'note',
  old_value: null,
  new_value: '{"text":"Soittaa ovikelloa"}',
  source: 'customer',
  changed_at: at,
  changed_by: 'u',
  changed_by_name: 'U',
} as const;

it('what is known of a record that was taken away stays as long as the customer', async () => {
  const database = await temporaryDatabase();
  const customer_id = await insertCustomer(database);
  await database.write((tx) =>
    tx
      .insertInto('customer_record_changes')
      .values({ ...change, customer_id })
      .execute(),
  );
  const attempts: ((tx: Queries) => Promise<unknown>)[] = [
    (tx) => tx.updateTable('customer_record_changes').set({ kind: 'name' }).execute(),
    (tx) => tx.deleteFrom('customer_record_changes').execute(),
    (tx) =>
      tx
        .replaceInto('customer_record_changes')
        .values({ ...change, customer_id })
        .execute(),
  ];
  for (const attempt of attempts) {
    await expect(database.write(attempt)).rejects.toMatchObject({ kind: 'refused' });
  }
  await database.write((tx) => tx.deleteFrom('customers').execute());
  expect(await database.read.selectFrom('customer_record_changes').selectAll().execute()).toEqual([]);
});

it('a restriction without its ground is refused', async () => {
  const database = await temporaryDatabase();
  await insertCustomer(database);
  const restrict = (tx: Queries) => tx.updateTable('customers').set({ restricted_since: at }).execute();
  await expect(database.write(restrict)).rejects.toThrow();
});
