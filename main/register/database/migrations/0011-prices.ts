import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * A price and a rate hold from a date until the next one of their kind, so that the price list of any day can be
 * told. Items name a class of VAT, not a rate: a new rate changes every item of its class by itself.
 */
const schema = `
  CREATE TABLE vat_rates (
    vat_class TEXT NOT NULL CHECK (vat_class IN ('general', 'reduced', 'low', 'exempt')),
    valid_from TEXT NOT NULL,
    rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000),
    PRIMARY KEY (vat_class, valid_from)
  ) STRICT;

  CREATE TABLE price_item_prices (
    item_id TEXT NOT NULL REFERENCES price_items (id),
    valid_from TEXT NOT NULL,
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
    vat_class TEXT NOT NULL CHECK (vat_class IN ('general', 'reduced', 'low', 'exempt')),
    PRIMARY KEY (item_id, valid_from)
  ) STRICT;

  CREATE TABLE price_list_changes (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject IN ('item', 'practitioner', 'vat-rate')),
    subject_id TEXT NOT NULL,
    field TEXT NOT NULL,
    valid_from TEXT,
    old_value TEXT,
    new_value TEXT,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX price_list_changes_of_subject ON price_list_changes (subject, subject_id, id);
`;

/*
 * Arvonlisäverolaki 1501/1993, 84, 85 and 85 a § as they have read since 2013: the general rate rose in September
 * 2024, the reduced one fell in 2026. 34 §: health care is exempt.
 */
const rates = `
  INSERT INTO vat_rates (vat_class, valid_from, rate) VALUES
    ('general', '2013-01-01', 2400),
    ('general', '2024-09-01', 2550),
    ('reduced', '2013-01-01', 1400),
    ('reduced', '2026-01-01', 1350),
    ('low', '2013-01-01', 1000),
    ('exempt', '2013-01-01', 0);
`;

/** What an item has cost until now is taken to have held since the oldest known rate. */
const present = `
  INSERT INTO price_item_prices (item_id, valid_from, unit_price_cents, vat_class)
  SELECT id, '2013-01-01', unit_price_cents,
    CASE WHEN vat_rate = 0 THEN 'exempt' WHEN vat_rate <= 1000 THEN 'low' WHEN vat_rate <= 1400 THEN 'reduced' ELSE 'general' END
  FROM price_items;
`;

/** The first and the last day in use; NULL leaves that side open. A retired one was last used the day before. */
const activeTimes = (table: string) => `
  ALTER TABLE ${table} ADD COLUMN active_from TEXT;
  ALTER TABLE ${table} ADD COLUMN active_until TEXT;
  ALTER TABLE ${table} ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
  UPDATE ${table} SET active_until = date(substr(retired_at, 1, 10), '-1 day') WHERE retired_at IS NOT NULL;
  ALTER TABLE ${table} DROP COLUMN retired_at;
`;

export const prices: Migration = {
  version: 11,
  name: 'prices',
  async up(sql: SqlExecutor) {
    await sql.exec(schema + rates + present);
    await sql.exec(`${activeTimes('price_items')}
      ALTER TABLE price_items DROP COLUMN unit_price_cents;
      ALTER TABLE price_items DROP COLUMN vat_rate;
      ${activeTimes('practitioners')}`);
  },
};
