import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { registerAtVersion, upToDate } from '#test/support/database.ts';

const trace = `'2026-03-03T08:00:00.000Z', 'u1', 'Helmi Testola'`;

/** A register of version 9 with one customer, who has been twice and bought a gel. */
async function migrated() {
  const old = await registerAtVersion(9);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  await connection.exec(`
    INSERT INTO customers (id, customer_number, last_name, first_names, birth_date, sex, language, source, source_at,
        version, created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name)
      VALUES ('c1', 10482, 'Mallikas', 'Aino Helena', '1987-03-14', 'female', 'fi', 'customer',
        '2026-03-03T08:00:00.000Z', 1, ${trace}, ${trace});
    INSERT INTO price_items VALUES ('s1', 'service', 'Hieronta 60 min', 60, 6200, 0, 1, NULL);
    INSERT INTO price_items VALUES ('p1', 'product', 'Kylmägeeli 150 ml', NULL, 1490, 2550, 2, NULL);
    INSERT INTO practitioners VALUES ('u1', 'Onni Keksilä', NULL);
    INSERT INTO visits VALUES
      ('v1', 'c1', '2026-03-03T07:00:00.000Z', 's1', 'Hieronta 60 min', 'u1', 'Onni Keksilä', 7690, 'Iltaisin.', 'staff', ${trace}),
      ('v2', 'c1', '2026-03-04T07:00:00.000Z', 's1', 'Hieronta 60 min', 'u1', 'Onni Keksilä', 6200, NULL, 'staff', ${trace});
    INSERT INTO visit_lines VALUES
      ('l1', 'v1', 1, 's1', 'Hieronta 60 min', 1, 6200, 0),
      ('l2', 'v1', 2, 'p1', 'Kylmägeeli 150 ml', 1, 1490, 2550),
      ('l3', 'v2', 1, 's1', 'Hieronta 60 min', 1, 6200, 0);
  `);
  await connection.close();
  const database = await upToDate(old);
  return database;
}

describe('visits from before there were kinds and receipts', () => {
  it('are visits without a payment method and a receipt, and keep everything else', async () => {
    const { read } = await migrated();
    const [first, second] = await read.selectFrom('visits').selectAll().orderBy('id').execute();
    expect(first).toEqual({
      id: 'v1',
      customer_id: 'c1',
      at: '2026-03-03T07:00:00.000Z',
      kind: 'visit',
      service_id: 's1',
      service_name: 'Hieronta 60 min',
      practitioner_id: 'u1',
      practitioner_name: 'Onni Keksilä',
      total_cents: 7690,
      payment_method: null,
      receipt_number: null,
      reverses: null,
      reason: null,
      note: 'Iltaisin.',
      source: 'staff',
      recorded_at: '2026-03-03T08:00:00.000Z',
      recorded_by: 'u1',
      recorded_by_name: 'Helmi Testola',
    });
    expect(second?.total_cents).toBe(6200);
    const lines = await read.selectFrom('visit_lines').selectAll().orderBy('id').execute();
    expect(lines.map((line) => [line.id, line.visit_id, line.item_id, line.unit_price_cents])).toEqual([
      ['l1', 'v1', 's1', 6200],
      ['l2', 'v1', 'p1', 1490],
      ['l3', 'v2', 's1', 6200],
    ]);
    expect(lines.every((line) => line.discount_rate === 0 && line.discount_cents === 0)).toBe(true);
  });

  it('start the series of receipts from one', async () => {
    const { read } = await migrated();
    const series = await read.selectFrom('receipt_series').selectAll().execute();
    expect(series).toEqual([{ id: 1, next_number: 1 }]);
  });
});

describe('a visit', () => {
  const changes: readonly (readonly [string, (tx: Queries) => Promise<unknown>])[] = [
    ['its sum', (tx) => tx.updateTable('visits').set({ total_cents: 1 }).execute()],
    ['its note', (tx) => tx.updateTable('visits').set({ note: null }).execute()],
    ['its lines', (tx) => tx.updateTable('visit_lines').set({ quantity: 2 }).execute()],
  ];
  it.each(changes)('keeps %s as it was written', async (_what, change) => {
    const database = await migrated();
    await expect(database.write(change)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('cannot take back two, have a receipt that another has, or a receipt without a payment', async () => {
    const database = await migrated();
    const copy = (values: string) => (tx: Queries) =>
      sql`INSERT INTO visits (id, customer_id, at, kind, total_cents, payment_method, receipt_number, reverses, reason,
          source, recorded_at, recorded_by, recorded_by_name)
        VALUES (${sql.raw(values)}, 'staff', ${sql.raw(trace)})`.execute(tx);
    const row = (id: string, rest: string) =>
      `'${id}', 'c1', '2026-03-05T07:00:00.000Z', 'phone', -6200, ${rest}`;
    await database.write(copy(row('v3', `'card', 1, 'v2', 'Väärä päivä'`)));
    for (const [rest, kind] of [
      [`'card', 2, 'v2', 'Uudestaan'`, 'unique'],
      [`'card', 1, NULL, NULL`, 'unique'],
      [`'none', 2, NULL, NULL`, 'check'],
      [`'card', 2, 'v1', NULL`, 'check'],
    ] as const) {
      await expect(database.write(copy(row('v4', rest)))).rejects.toMatchObject({ kind });
    }
  });
});
