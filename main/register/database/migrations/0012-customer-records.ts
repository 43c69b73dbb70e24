import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * Country is ISO 3166-1 alpha-2. `contact_protected` is the customer's turvakielto; `restricted_since` is an instant
 * (GDPR Art. 18) with its ground beside it, and one is never there without the other.
 */
const customerColumns = `
  ALTER TABLE customers ADD COLUMN country TEXT NOT NULL DEFAULT 'FI' CHECK (country GLOB '[A-Z][A-Z]');
  ALTER TABLE customers ADD COLUMN online_user_name TEXT;
  ALTER TABLE customers ADD COLUMN contact_protected INTEGER NOT NULL DEFAULT 0 CHECK (contact_protected IN (0, 1));
  ALTER TABLE customers ADD COLUMN deceased_on TEXT
    CHECK (deceased_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
  ALTER TABLE customers ADD COLUMN restricted_since TEXT;
  ALTER TABLE customers ADD COLUMN restriction_ground TEXT
    CHECK ((restricted_since IS NULL) = (restriction_ground IS NULL));
  CREATE INDEX customer_changes_by_old_hetu ON customer_changes (old_value) WHERE field = 'hetu';
`;

const recorded = `
    source TEXT NOT NULL,
    source_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL
`;

const ofCustomer = 'customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE';

/* A row is never edited: a correction takes it away and puts another in its place, and the history keeps both. */
const records = `
  CREATE TABLE customer_addresses (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    kind TEXT NOT NULL CHECK (kind IN ('invoicing', 'temporary', 'former')),
    recipient TEXT,
    street TEXT NOT NULL,
    postal_code TEXT,
    city TEXT NOT NULL,
    country TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z]'),
    valid_from TEXT,
    valid_until TEXT CHECK (valid_until >= valid_from),
    ${recorded}
  ) STRICT;
  CREATE INDEX customer_addresses_of_customer ON customer_addresses (customer_id);

  CREATE TABLE customer_names (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    kind TEXT NOT NULL CHECK (kind IN ('former', 'other')),
    last_name TEXT,
    first_names TEXT,
    ${recorded},
    CHECK (last_name IS NOT NULL OR first_names IS NOT NULL)
  ) STRICT;
  CREATE INDEX customer_names_of_customer ON customer_names (customer_id);

  CREATE TABLE customer_notes (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    text TEXT NOT NULL CHECK (text <> ''),
    ${recorded}
  ) STRICT;
  CREATE INDEX customer_notes_of_customer ON customer_notes (customer_id);

  CREATE TABLE credit_checks (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    result TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    reference TEXT,
    provider TEXT NOT NULL,
    ${recorded}
  ) STRICT;
  CREATE INDEX credit_checks_of_customer ON credit_checks (customer_id);

  CREATE TABLE customer_groups (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    retired_at TEXT,
    version INTEGER NOT NULL CHECK (version >= 1),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE customer_group_members (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    group_id TEXT NOT NULL REFERENCES customer_groups (id),
    ${recorded},
    UNIQUE (customer_id, group_id)
  ) STRICT;
  CREATE INDEX customer_group_members_of_group ON customer_group_members (group_id);

  CREATE TABLE customer_links (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    kind TEXT NOT NULL CHECK (kind IN ('guardian')),
    other_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    valid_from TEXT NOT NULL,
    valid_until TEXT CHECK (valid_until >= valid_from),
    ${recorded},
    CHECK (customer_id <> other_id)
  ) STRICT;
  CREATE INDEX customer_links_of_customer ON customer_links (customer_id);
  CREATE INDEX customer_links_of_other ON customer_links (other_id);
`;

/* Values are JSON of the record as it was; null before it was added and after it was taken away. */
const history = `
  CREATE TABLE customer_record_changes (
    id TEXT PRIMARY KEY,
    ${ofCustomer},
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    old_value TEXT CHECK (json_valid(old_value)),
    new_value TEXT CHECK (json_valid(new_value)),
    source TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_record_changes_of_customer ON customer_record_changes (customer_id, id);
  CREATE TRIGGER customer_record_changes_refuse_update BEFORE UPDATE ON customer_record_changes
  BEGIN SELECT RAISE(ABORT, 'customer_record_changes cannot be changed'); END;
  CREATE TRIGGER customer_record_changes_refuse_delete BEFORE DELETE ON customer_record_changes
  WHEN EXISTS (SELECT 1 FROM customers WHERE id = OLD.customer_id)
  BEGIN SELECT RAISE(ABORT, 'customer_record_changes cannot be deleted'); END;
  CREATE TRIGGER customer_record_changes_refuse_taken BEFORE INSERT ON customer_record_changes
  WHEN EXISTS (SELECT 1 FROM customer_record_changes WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'customer_record_changes cannot be replaced'); END;
`;

export const customerRecords: Migration = {
  version: 12,
  name: 'customer-records',
  async up(sql: SqlExecutor) {
    await sql.exec(customerColumns + records + history);
  },
};
