import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* The explanation of a mark is written once; the event itself is in the log and never changes. */
const schema = `
  CREATE TABLE audit_rules (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    body TEXT NOT NULL CHECK (json_valid(body)),
    version INTEGER NOT NULL CHECK (version >= 1),
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    updated_by_name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit_marks (
    sequence INTEGER NOT NULL REFERENCES audit_events (sequence),
    rule TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (json_valid(reason)),
    resolved_at TEXT,
    resolved_by TEXT,
    resolved_by_name TEXT,
    note TEXT,
    PRIMARY KEY (sequence, rule),
    CHECK ((resolved_at IS NULL) = (note IS NULL) AND (resolved_at IS NULL) = (resolved_by IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX audit_marks_open ON audit_marks (sequence) WHERE resolved_at IS NULL;
  CREATE INDEX audit_marks_by_time ON audit_marks (at);
  CREATE TRIGGER audit_marks_keep_resolved BEFORE UPDATE ON audit_marks WHEN OLD.resolved_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an explanation cannot be changed'); END;
  CREATE TRIGGER audit_marks_keep_rows BEFORE DELETE ON audit_marks WHEN OLD.resolved_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an explanation cannot be deleted'); END;

  CREATE TABLE audit_review (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    reviewed_to INTEGER NOT NULL CHECK (reviewed_to >= 0)
  ) STRICT;
`;

export const auditView: Migration = {
  version: 7,
  name: 'audit-view',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
