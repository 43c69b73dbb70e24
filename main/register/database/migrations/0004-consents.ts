import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

const wordings = `
  CREATE TABLE wordings (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    valid_months INTEGER CHECK (valid_months >= 1),
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_by_name TEXT NOT NULL,
    UNIQUE (purpose, version)
  ) STRICT;

  CREATE TABLE wording_texts (
    wording_id TEXT NOT NULL REFERENCES wordings (id),
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (wording_id, language)
  ) STRICT;
`;

const consentEvents = `
  CREATE TABLE consent_events (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    customer_id TEXT NOT NULL REFERENCES customers (id),
    purpose TEXT NOT NULL,
    act TEXT NOT NULL,
    wording_id TEXT REFERENCES wordings (id),
    language TEXT NOT NULL,
    way TEXT NOT NULL,
    note TEXT,
    valid_until TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_name TEXT NOT NULL,
    CHECK (act NOT IN ('given', 'refused') OR wording_id IS NOT NULL),
    CHECK (act = 'given' OR valid_until IS NULL)
  ) STRICT;
  CREATE INDEX consent_events_by_customer ON consent_events (customer_id, sequence);

  CREATE TABLE consent_event_channels (
    event_id TEXT NOT NULL REFERENCES consent_events (id),
    channel TEXT NOT NULL,
    PRIMARY KEY (event_id, channel)
  ) STRICT;
`;

/** What is recorded stays as it was recorded: the proof of a consent is its unchanged history. */
function appendOnly(table: string, key: string): string {
  return `
    CREATE TRIGGER ${table}_refuse_update BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} cannot be changed'); END;
    CREATE TRIGGER ${table}_refuse_delete BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} cannot be deleted'); END;
    CREATE TRIGGER ${table}_refuse_taken BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key})
    BEGIN SELECT RAISE(ABORT, '${table} cannot be replaced'); END;
  `;
}

export const consents: Migration = {
  version: 4,
  name: 'consents',
  async up(sql: SqlExecutor) {
    await sql.exec(wordings + consentEvents);
    await sql.exec(
      appendOnly('wordings', 'id = NEW.id OR (purpose = NEW.purpose AND version = NEW.version)') +
        appendOnly('wording_texts', 'wording_id = NEW.wording_id AND language = NEW.language') +
        appendOnly('consent_events', 'sequence = NEW.sequence OR id = NEW.id') +
        appendOnly('consent_event_channels', 'event_id = NEW.event_id AND channel = NEW.channel'),
    );
  },
};
