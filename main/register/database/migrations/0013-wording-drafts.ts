import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* SQLite changes no CHECK in place: the table is made anew, with what was in it. */
const schema = `
  CREATE TABLE new_drafts (
    id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN
      ('customers.register', 'customers.edit', 'visits.log', 'consents.record', 'consents.publishWording')),
    subject_id TEXT,
    sealed TEXT NOT NULL CHECK (json_valid(sealed)),
    updated_at TEXT NOT NULL,
    PRIMARY KEY (owner_id, id)
  ) STRICT;
  INSERT INTO new_drafts SELECT id, owner_id, form, subject_id, sealed, updated_at FROM drafts;
  DROP TABLE drafts;
  ALTER TABLE new_drafts RENAME TO drafts;
  CREATE INDEX drafts_by_time ON drafts (updated_at);
`;

/** A half-written wording is kept too. */
export const wordingDrafts: Migration = {
  version: 13,
  name: 'wording-drafts',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
