import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* What was sold is copied into the visit, so that a later change of the price list never changes the past. */
const schema = `
  CREATE TABLE price_items (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('service', 'product')),
    name TEXT NOT NULL,
    minutes INTEGER CHECK (minutes > 0),
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
    vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000),
    position INTEGER NOT NULL,
    retired_at TEXT
  ) STRICT;

  CREATE TABLE practitioners (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    retired_at TEXT
  ) STRICT;

  CREATE TABLE visits (
    id TEXT PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    service_id TEXT NOT NULL REFERENCES price_items (id),
    service_name TEXT NOT NULL,
    practitioner_id TEXT NOT NULL REFERENCES practitioners (id),
    practitioner_name TEXT NOT NULL,
    total_cents INTEGER NOT NULL,
    note TEXT,
    source TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX visits_by_customer ON visits (customer_id, at DESC, id DESC);
  CREATE INDEX visits_by_service ON visits (service_id);
  CREATE INDEX visits_by_practitioner ON visits (practitioner_id);

  CREATE TABLE visit_lines (
    id TEXT PRIMARY KEY,
    visit_id TEXT NOT NULL REFERENCES visits (id),
    position INTEGER NOT NULL,
    item_id TEXT REFERENCES price_items (id),
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price_cents INTEGER NOT NULL,
    vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000),
    UNIQUE (visit_id, position)
  ) STRICT;
  CREATE INDEX visit_lines_by_item ON visit_lines (item_id) WHERE item_id IS NOT NULL;
`;

export const visits: Migration = {
  version: 3,
  name: 'visits',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
