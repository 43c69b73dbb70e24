import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * A visit is one of several kinds of contact, is paid in some way and is never written over: a later row takes it
 * back. Visits from before have no payment method and no receipt number: nobody gave them one.
 */
const visits = `
  CREATE TABLE visits_new (
    id TEXT PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('visit', 'phone', 'email', 'online', 'no-show', 'cancelled')),
    service_id TEXT REFERENCES price_items (id),
    service_name TEXT,
    practitioner_id TEXT REFERENCES practitioners (id),
    practitioner_name TEXT,
    total_cents INTEGER NOT NULL,
    payment_method TEXT CHECK (payment_method IN ('card', 'cash', 'invoice', 'online', 'voucher', 'none')),
    receipt_number INTEGER UNIQUE CHECK (receipt_number > 0),
    reverses TEXT UNIQUE REFERENCES visits (id),
    reason TEXT,
    note TEXT,
    source TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL,
    CHECK ((service_id IS NULL) = (service_name IS NULL)),
    CHECK ((practitioner_id IS NULL) = (practitioner_name IS NULL)),
    CHECK (kind <> 'visit' OR (service_id IS NOT NULL AND practitioner_id IS NOT NULL)),
    CHECK ((reverses IS NULL) = (reason IS NULL)),
    CHECK (receipt_number IS NULL OR (payment_method IS NOT NULL AND payment_method <> 'none'))
  ) STRICT;

  INSERT INTO visits_new (id, customer_id, at, kind, service_id, service_name, practitioner_id, practitioner_name,
      total_cents, note, source, recorded_at, recorded_by, recorded_by_name)
    SELECT id, customer_id, at, 'visit', service_id, service_name, practitioner_id, practitioner_name,
      total_cents, note, source, recorded_at, recorded_by, recorded_by_name FROM visits;
  DROP TABLE visits;
  ALTER TABLE visits_new RENAME TO visits;
  CREATE INDEX visits_by_customer ON visits (customer_id, at DESC, id DESC);
  CREATE INDEX visits_by_time ON visits (at, id);
  CREATE INDEX visits_by_service ON visits (service_id) WHERE service_id IS NOT NULL;
  CREATE INDEX visits_by_practitioner ON visits (practitioner_id) WHERE practitioner_id IS NOT NULL;

  CREATE TRIGGER visits_kept BEFORE UPDATE OF id, at, kind, service_id, service_name, practitioner_id,
    practitioner_name, total_cents, payment_method, receipt_number, reverses, reason, note, source, recorded_at,
    recorded_by, recorded_by_name ON visits
  BEGIN SELECT RAISE(ABORT, 'visits are corrected by reversing them'); END;
`;

/* A discount is a share of the line or an amount off it, never both. */
const lines = `
  CREATE TABLE visit_lines_new (
    id TEXT PRIMARY KEY,
    visit_id TEXT NOT NULL REFERENCES visits (id),
    position INTEGER NOT NULL,
    item_id TEXT REFERENCES price_items (id),
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    unit_price_cents INTEGER NOT NULL,
    vat_rate INTEGER NOT NULL CHECK (vat_rate BETWEEN 0 AND 10000),
    discount_rate INTEGER NOT NULL DEFAULT 0 CHECK (discount_rate BETWEEN 0 AND 10000),
    discount_cents INTEGER NOT NULL DEFAULT 0 CHECK (discount_cents >= 0),
    UNIQUE (visit_id, position),
    CHECK (discount_rate = 0 OR discount_cents = 0)
  ) STRICT;

  INSERT INTO visit_lines_new (id, visit_id, position, item_id, name, quantity, unit_price_cents, vat_rate)
    SELECT id, visit_id, position, item_id, name, quantity, unit_price_cents, vat_rate FROM visit_lines;
  DROP TABLE visit_lines;
  ALTER TABLE visit_lines_new RENAME TO visit_lines;
  CREATE INDEX visit_lines_by_item ON visit_lines (item_id) WHERE item_id IS NOT NULL;

  CREATE TRIGGER visit_lines_kept BEFORE UPDATE ON visit_lines
  BEGIN SELECT RAISE(ABORT, 'visits are corrected by reversing them'); END;
`;

/* The series stands apart from the visits, so that an erased visit never gives its number to another. */
const receipts = `
  CREATE TABLE receipt_series (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next_number INTEGER NOT NULL CHECK (next_number > 0)
  ) STRICT;
  INSERT INTO receipt_series (id, next_number) VALUES (1, 1);
`;

const movesAndFeedback = `
  CREATE TABLE visit_moves (
    id TEXT PRIMARY KEY,
    visit_id TEXT NOT NULL REFERENCES visits (id),
    from_customer_id TEXT NOT NULL REFERENCES customers (id),
    to_customer_id TEXT NOT NULL REFERENCES customers (id),
    reason TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    moved_by TEXT NOT NULL,
    moved_by_name TEXT NOT NULL,
    CHECK (from_customer_id <> to_customer_id)
  ) STRICT;
  CREATE INDEX visit_moves_by_visit ON visit_moves (visit_id, id);
  CREATE INDEX visit_moves_from ON visit_moves (from_customer_id, id);
  CREATE INDEX visit_moves_to ON visit_moves (to_customer_id, id);

  CREATE TABLE visit_feedback (
    id TEXT PRIMARY KEY,
    visit_id TEXT REFERENCES visits (id),
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    words TEXT,
    source TEXT NOT NULL,
    received_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX visit_feedback_by_visit ON visit_feedback (visit_id) WHERE visit_id IS NOT NULL;
  CREATE INDEX visit_feedback_by_time ON visit_feedback (received_at, id);
`;

export const visitCorrections: Migration = {
  version: 10,
  name: 'visit-corrections',
  async up(sql: SqlExecutor) {
    await sql.exec(visits + lines + receipts + movesAndFeedback);
  },
};
