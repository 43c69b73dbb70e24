import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/** One row: the number that the next customer gets. Never goes back, so that a number is never given twice. */
const numberSeries = `
  CREATE TABLE customer_number_series (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    next_number INTEGER NOT NULL CHECK (next_number >= 10001)
  ) STRICT;
  INSERT INTO customer_number_series (id, next_number) VALUES (1, 10001);
`;

const customersTable = `
  CREATE TABLE customers (
    id TEXT PRIMARY KEY,
    customer_number INTEGER NOT NULL UNIQUE,
    last_name TEXT NOT NULL CHECK (last_name <> ''),
    first_names TEXT NOT NULL CHECK (first_names <> ''),
    name_in_use TEXT,
    hetu TEXT UNIQUE,
    birth_date TEXT NOT NULL CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sex TEXT NOT NULL,
    language TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    street TEXT,
    postal_code TEXT,
    city TEXT,
    source TEXT NOT NULL,
    source_at TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    updated_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customers_by_birth_date ON customers (birth_date);
  CREATE INDEX customers_by_phone ON customers (phone) WHERE phone IS NOT NULL;
`;

/** An old value is never changed, and goes only together with its customer (an erasure, by the foreign key). */
const changes = `
  CREATE TABLE customer_changes (
    id TEXT PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version >= 2),
    field TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    source TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_by_name TEXT NOT NULL,
    UNIQUE (customer_id, version, field)
  ) STRICT;
  CREATE TRIGGER customer_changes_refuse_update BEFORE UPDATE ON customer_changes
  BEGIN SELECT RAISE(ABORT, 'customer_changes cannot be changed'); END;
  CREATE TRIGGER customer_changes_refuse_delete BEFORE DELETE ON customer_changes
  WHEN EXISTS (SELECT 1 FROM customers WHERE id = OLD.customer_id)
  BEGIN SELECT RAISE(ABORT, 'customer_changes cannot be deleted'); END;
  CREATE TRIGGER customer_changes_refuse_taken BEFORE INSERT ON customer_changes
  WHEN EXISTS (
    SELECT 1 FROM customer_changes
    WHERE id = NEW.id OR (customer_id = NEW.customer_id AND version = NEW.version AND field = NEW.field)
  )
  BEGIN SELECT RAISE(ABORT, 'customer_changes cannot be replaced'); END;
`;

/*
 * The position is a place in name order with gaps between, so that the full-text index, which gives its rows in
 * the order of this number, gives them by name without a sort. The words are folded and split in TypeScript: the
 * ascii tokenizer adds no rules of its own (everything beyond ASCII is a letter to it), so that no text can be
 * split otherwise by SQLite than by us, which detail=none would refuse as a phrase.
 */
const search = `
  CREATE TABLE customer_search (
    position INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL UNIQUE REFERENCES customers (id) ON DELETE CASCADE,
    sort_key TEXT NOT NULL,
    words TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_search_by_name ON customer_search (sort_key, position);

  CREATE VIRTUAL TABLE customer_search_index USING fts5 (
    words, content = 'customer_search', content_rowid = 'position', detail = none, columnsize = 0,
    prefix = '1 2 3 4 5 6', tokenize = "ascii tokenchars '@.'"
  );
  CREATE TRIGGER customer_search_index_insert AFTER INSERT ON customer_search
  BEGIN
    INSERT INTO customer_search_index (rowid, words) VALUES (NEW.position, NEW.words);
  END;
  CREATE TRIGGER customer_search_index_delete AFTER DELETE ON customer_search
  BEGIN
    INSERT INTO customer_search_index (customer_search_index, rowid, words)
    VALUES ('delete', OLD.position, OLD.words);
  END;
  CREATE TRIGGER customer_search_index_update AFTER UPDATE ON customer_search
  BEGIN
    INSERT INTO customer_search_index (customer_search_index, rowid, words)
    VALUES ('delete', OLD.position, OLD.words);
    INSERT INTO customer_search_index (rowid, words) VALUES (NEW.position, NEW.words);
  END;
`;

export const customers: Migration = {
  version: 2,
  name: 'customers',
  async up(sql: SqlExecutor) {
    await sql.exec(numberSeries + customersTable + changes + search);
  },
};
