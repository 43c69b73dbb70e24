import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* An id names a draft of one person only: nobody can touch or even notice another's by guessing it. */
const schema = `
  CREATE TABLE drafts (
    id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('customers.register', 'customers.edit', 'visits.log', 'consents.record')),
    subject_id TEXT,
    sealed TEXT NOT NULL CHECK (json_valid(sealed)),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (owner_id, id)
  ) STRICT;
  CREATE INDEX drafts_by_time ON drafts (updated_at);

  CREATE TABLE ended_drafts (
    id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    PRIMARY KEY (owner_id, id)
  ) STRICT;
  CREATE INDEX ended_drafts_by_time ON ended_drafts (ended_at);
`;

export const drafts: Migration = {
  version: 8,
  name: 'drafts',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
