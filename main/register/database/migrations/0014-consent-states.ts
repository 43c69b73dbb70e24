import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* `sold` is what was sold when a contact was got (customer exception); `undoes` the entry that an entry takes back. */
const columns = `
  ALTER TABLE consent_events ADD COLUMN sold TEXT CHECK ((sold IS NOT NULL) = (act = 'contact-at-sale'));
  ALTER TABLE consent_events ADD COLUMN undoes TEXT REFERENCES consent_events (id)
    CHECK ((undoes IS NOT NULL) = (act = 'undone'));
  CREATE UNIQUE INDEX consent_events_undone_once ON consent_events (undoes) WHERE undoes IS NOT NULL;
`;

const states = `
  CREATE TABLE consent_states (
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    channel TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('given', 'refused', 'withdrawn')),
    wording_version INTEGER,
    valid_until TEXT,
    is_ended INTEGER NOT NULL CHECK (is_ended IN (0, 1)),
    is_prohibited INTEGER NOT NULL CHECK (is_prohibited IN (0, 1)),
    is_excepted INTEGER NOT NULL CHECK (is_excepted IN (0, 1)),
    PRIMARY KEY (customer_id, purpose, channel),
    CHECK (answer = 'given' OR valid_until IS NULL)
  ) STRICT, WITHOUT ROWID;
`;

/*
 * What earlier releases recorded, as their rules read it: the latest answer holds, a prohibition wins until it is
 * withdrawn, and ends the answer before it.
 */
const fold = `
  INSERT INTO consent_states
  SELECT slot.customer_id, slot.purpose, slot.channel, answer.act, wording.version, answer.valid_until,
    coalesce(slot.prohibited > slot.answered, 0), coalesce(slot.prohibited > coalesce(slot.lifted, 0), 0), 0
  FROM (
    SELECT event.customer_id, event.purpose, coalesce(covered.channel, '') AS channel,
      max(CASE WHEN event.act IN ('given', 'refused', 'withdrawn') THEN event.sequence END) AS answered,
      max(CASE WHEN event.act = 'prohibited' THEN event.sequence END) AS prohibited,
      max(CASE WHEN event.act = 'prohibition-withdrawn' THEN event.sequence END) AS lifted
    FROM consent_events AS event
    LEFT JOIN consent_event_channels AS covered ON covered.event_id = event.id
    WHERE event.customer_id > ? AND event.customer_id <= ?
    GROUP BY event.customer_id, event.purpose, coalesce(covered.channel, '')
  ) AS slot
  LEFT JOIN consent_events AS answer ON answer.sequence = slot.answered
  LEFT JOIN wordings AS wording ON wording.id = answer.wording_id
`;

const customersInBatch = 2000;

/** The last customer of the next batch; null when there are no more. */
async function endOfBatch(sql: SqlExecutor, after: string): Promise<string | null> {
  const [row] = await sql.all<{ last: string | null }>(
    'SELECT max(id) AS last FROM (SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ?)',
    [after, customersInBatch],
  );
  return row?.last ?? null;
}

export const consentStates: Migration = {
  version: 14,
  name: 'consent-states',
  async up(sql: SqlExecutor) {
    await sql.exec(columns + states);
    let after = '';
    for (let end = await endOfBatch(sql, after); end !== null; end = await endOfBatch(sql, after)) {
      await sql.run(fold, [after, end]);
      after = end;
    }
  },
};
