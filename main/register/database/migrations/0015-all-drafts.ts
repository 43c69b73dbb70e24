import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * Which forms are kept is said in one place, the contract of drafts, which checks each save. SQLite changes no CHECK in
 * place: the table is made anew, with what was in it.
 */
const schema = `
  CREATE TABLE new_drafts (
    id TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form LIKE '_%._%'),
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

/** The forms of further details, groups, restrictions and the price list are kept too. */
export const allDrafts: Migration = {
  version: 15,
  name: 'all-drafts',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
