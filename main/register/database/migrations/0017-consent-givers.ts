import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * Who gave an answer: the customer, a guardian or a representative. Entries from before say nothing (NULL): for a child
 * the guardian may have answered, and nobody wrote it down. Nobody gives the taking back of a mistake.
 */
const givers = `
  ALTER TABLE consent_events ADD COLUMN given_by TEXT
    CHECK (given_by IS NULL OR (given_by IN ('customer', 'guardian', 'representative') AND act <> 'undone'));
  ALTER TABLE consent_events ADD COLUMN given_by_name TEXT
    CHECK ((given_by_name IS NOT NULL) = (coalesce(given_by, 'customer') <> 'customer'));
  ALTER TABLE consent_events ADD COLUMN given_by_id TEXT REFERENCES customers (id)
    CHECK (given_by_id IS NULL OR (coalesce(given_by, '') = 'guardian' AND given_by_id <> customer_id));
  CREATE INDEX consent_events_by_giver ON consent_events (given_by_id, sequence) WHERE given_by_id IS NOT NULL;
`;

export const consentGivers: Migration = {
  version: 17,
  name: 'consent-givers',
  async up(sql: SqlExecutor) {
    await sql.exec(givers);
  },
};
