import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

const schema = `
  CREATE TABLE backup_place (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folder TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT NOT NULL
  ) STRICT;

  CREATE TABLE backup_runs (
    sequence INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    /* NULL: a verified copy was made. */
    failure TEXT CHECK (failure IN ('place-missing', 'unwritable', 'full', 'unverified', 'stopped', 'other')),
    bytes INTEGER NOT NULL,
    copy_name TEXT,
    actor_id TEXT NOT NULL
  ) STRICT;
`;

export const backups: Migration = {
  version: 5,
  name: 'backups',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
