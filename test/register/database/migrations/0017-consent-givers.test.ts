import { expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { historyOf } from '#main/register/features/consents/store.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { registerAtVersion, temporaryDatabase, upToDate } from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';

it('what earlier releases recorded tells nobody as its giver, and stays as it was', async () => {
  const old = await registerAtVersion(16);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  await connection.run(
    `INSERT INTO customers (id, customer_number, last_name, first_names, birth_date, sex, language, source, source_at,
      version, created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name)
     VALUES ('c1', 10001, 'Mallikas', 'Venla', '2014-06-21', 'female', 'fi', 'guardian', ?, 1, ?, 'u', 'U', ?, 'u', 'U')`,
    [at, at, at],
  );
  await connection.run(
    `INSERT INTO consent_events (id, customer_id, purpose, act, language, way, note, recorded_at, recorded_by,
      recorded_by_name) VALUES ('e1', 'c1', 'direct-marketing', 'prohibited', 'fi', 'orally', 'Äiti kielsi', ?, 'u', 'U')`,
    [at],
  );
  await connection.run(
    `INSERT INTO consent_events (id, customer_id, purpose, act, language, way, undoes, recorded_at, recorded_by,
      recorded_by_name) VALUES ('e2', 'c1', 'direct-marketing', 'undone', 'fi', 'orally', 'e1', ?, 'u', 'U')`,
    [at],
  );
  await connection.close();

  const database = await upToDate(old);
  expect(await historyOf(database.read, 'c1')).toMatchObject([
    { id: 'e1', act: 'prohibited', note: 'Äiti kielsi', givenBy: null },
    { id: 'e2', act: 'undone', givenBy: null },
  ]);
});

/** A child, and a guardian who is a customer. */
async function withFamily() {
  const database = await temporaryDatabase();
  const customer_id = await insertCustomer(database);
  const guardian = await insertCustomer(database, 10_483);
  const entry = {
    id: 'e1',
    customer_id,
    purpose: 'direct-marketing',
    act: 'prohibited',
    language: 'fi',
    way: 'orally',
    recorded_at: at,
    recorded_by: 'u',
    recorded_by_name: 'U',
  } as const;
  const insert = (giver: object) =>
    database.write((tx: Queries) =>
      tx
        .insertInto('consent_events')
        .values({ ...entry, ...giver })
        .execute(),
    );
  return { customer_id, guardian, insert };
}

it('a name belongs to whoever answered for the customer, and an id to a guardian who is another customer', async () => {
  const { customer_id, guardian, insert } = await withFamily();
  for (const wrong of [
    { given_by: 'neighbour' },
    { given_by: 'customer', given_by_name: 'Kaisa' },
    { given_by: 'guardian' },
    { given_by_name: 'Kaisa' },
    { given_by_id: guardian },
    { given_by: 'representative', given_by_name: 'Kaisa', given_by_id: guardian },
    { given_by: 'guardian', given_by_name: 'Kaisa', given_by_id: customer_id },
  ]) {
    await expect(insert(wrong)).rejects.toMatchObject({ kind: 'check' });
  }
  await expect(
    insert({ given_by: 'guardian', given_by_name: 'Kaisa', given_by_id: 'nobody' }),
  ).rejects.toMatchObject({ kind: 'foreign-key' });
  await insert({ given_by: 'guardian', given_by_name: 'Kaisa', given_by_id: guardian });
});

it('nobody gives the taking back of a mistake', async () => {
  const { insert } = await withFamily();
  await insert({ given_by: 'customer' });
  const undoing = { id: 'e2', act: 'undone', undoes: 'e1' };
  await expect(insert({ ...undoing, given_by: 'customer' })).rejects.toMatchObject({ kind: 'check' });
  await insert(undoing);
});
