import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* Accounts themselves stand in the vault; here is what only a signed-in person needs to know of them. */
const schema = `
  CREATE TABLE notices (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    created_at TEXT NOT NULL,
    seen_at TEXT
  ) STRICT;
  CREATE INDEX notices_unseen ON notices (user_id, id) WHERE seen_at IS NULL;

  CREATE TABLE confidentiality_commitments (
    user_id TEXT PRIMARY KEY,
    signed_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1)
  ) STRICT;
`;

export const accounts: Migration = {
  version: 9,
  name: 'accounts',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
