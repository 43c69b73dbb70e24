import { describe, expect, it } from 'vitest';
import { registerAtVersion, temporaryDatabase, upToDate } from '#test/support/database.ts';

describe('a register from before the prices had histories', () => {
  it('keeps every price and rate as holding from the oldest known day, and retired ones as used until the day before', async () => {
    const old = await registerAtVersion(9);
    const connection = await old.driver.open({ ...old, mode: 'write' });
    const item = `INSERT INTO price_items (id, kind, name, minutes, unit_price_cents, vat_rate, position, retired_at)`;
    await connection.exec(`
      ${item} VALUES ('s1', 'service', 'Hieronta 60 min', 60, 6200, 0, 1, NULL);
      ${item} VALUES ('p1', 'product', 'Kylmägeeli 150 ml', NULL, 1490, 2550, 2, '2026-03-01T08:00:00.000Z');
      ${item} VALUES ('p2', 'product', 'Proteiinijuoma', NULL, 350, 1350, 3, NULL);
      INSERT INTO practitioners (id, name, retired_at) VALUES ('u1', 'Marja Esimäki', NULL);
      INSERT INTO practitioners (id, name, retired_at) VALUES ('u2', 'Onni Koepelto', '2026-01-01T08:00:00.000Z');
    `);
    await connection.close();

    const database = await upToDate(old);
    const prices = await database.read
      .selectFrom('price_item_prices')
      .selectAll()
      .orderBy('item_id')
      .execute();
    expect(prices.map(Object.values)).toEqual([
      ['p1', '2013-01-01', 1490, 'general'],
      ['p2', '2013-01-01', 350, 'reduced'],
      ['s1', '2013-01-01', 6200, 'exempt'],
    ]);
    const items = await database.read.selectFrom('price_items').selectAll().orderBy('id').execute();
    expect(items.map(({ id, active_until, version }) => [id, active_until, version])).toEqual([
      ['p1', '2026-02-28', 1],
      ['p2', null, 1],
      ['s1', null, 1],
    ]);
    const people = await database.read.selectFrom('practitioners').selectAll().orderBy('id').execute();
    expect(people.map(({ name, active_until }) => [name, active_until])).toEqual([
      ['Marja Esimäki', null],
      ['Onni Koepelto', '2025-12-31'],
    ]);
  });
});

describe('the rates of VAT', () => {
  it('are refused twice for one class and day, and for classes and as rates that cannot be', async () => {
    const database = await temporaryDatabase();
    for (const row of [
      { vat_class: 'general', valid_from: '2013-01-01', rate: 2500 },
      { vat_class: 'general', valid_from: '2027-01-01', rate: 10_001 },
      { vat_class: 'luxury', valid_from: '2027-01-01', rate: 3000 },
    ]) {
      const inserted = database.write((tx) =>
        tx
          .insertInto('vat_rates')
          .values(row as never)
          .execute(),
      );
      await expect(inserted).rejects.toThrow();
    }
  });
});
