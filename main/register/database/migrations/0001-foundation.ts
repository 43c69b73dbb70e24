import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

const registerInfo = `
  CREATE TABLE register_info (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vault_id TEXT NOT NULL,
    key_epoch INTEGER NOT NULL CHECK (key_epoch >= 1),
    created_at TEXT NOT NULL
  ) STRICT;
`;

const office = `
  CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    business_id TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    data_contact TEXT NOT NULL,
    answer_within_months INTEGER NOT NULL CHECK (answer_within_months BETWEEN 1 AND 3),
    version INTEGER NOT NULL CHECK (version >= 1),
    updated_at TEXT NOT NULL,
    updated_by TEXT
  ) STRICT;
`;

/*
 * No foreign key to customers: audit rows never go away with a customer. The insert trigger looks for taken
 * keys itself, because INSERT OR REPLACE deletes the old row without firing a delete trigger. Every index ends
 * with the sequence, the row's own key.
 */
const audit = `
  CREATE TABLE audit_events (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    monotonic_ms INTEGER NOT NULL,
    boot_id TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    customer_id TEXT,
    entity_type TEXT,
    entity_id TEXT,
    purpose TEXT
  ) STRICT;
  CREATE INDEX audit_events_by_customer ON audit_events (customer_id) WHERE customer_id IS NOT NULL;
  CREATE INDEX audit_events_by_actor ON audit_events (actor_id);
  CREATE INDEX audit_events_by_action ON audit_events (action);

  CREATE TRIGGER audit_events_refuse_update BEFORE UPDATE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be changed'); END;
  CREATE TRIGGER audit_events_refuse_delete BEFORE DELETE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be deleted'); END;
  CREATE TRIGGER audit_events_refuse_taken BEFORE INSERT ON audit_events
  WHEN EXISTS (SELECT 1 FROM audit_events WHERE sequence = NEW.sequence OR id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be replaced'); END;

  CREATE TABLE audit_details (
    event_id TEXT PRIMARY KEY REFERENCES audit_events (id),
    body TEXT NOT NULL CHECK (json_valid(body))
  ) STRICT;
`;

const commandResults = `
  CREATE TABLE command_results (
    request_id TEXT PRIMARY KEY,
    actor_id TEXT NOT NULL,
    procedure TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    result TEXT NOT NULL CHECK (json_valid(result)),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX command_results_by_time ON command_results (at);
`;

export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  async up(sql: SqlExecutor) {
    await sql.exec(registerInfo + office + audit + commandResults);
  },
};
