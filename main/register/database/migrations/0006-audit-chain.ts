import { type ChainHead, genesis, rowHash } from '../../audit-chain/chain.ts';
import { detailsCommitment, newSalt } from '../../audit-chain/details.ts';
import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

const newTables = `
  CREATE TABLE audit_events_chained (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    monotonic_ms INTEGER NOT NULL,
    boot_id TEXT NOT NULL,
    workstation TEXT,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    customer_id TEXT,
    entity_type TEXT,
    entity_id TEXT,
    purpose TEXT,
    details_commitment TEXT CHECK (length(details_commitment) = 64),
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
  ) STRICT;

  CREATE TABLE audit_details_salted (
    event_id TEXT PRIMARY KEY REFERENCES audit_events (id),
    body TEXT NOT NULL CHECK (json_valid(body)),
    salt TEXT NOT NULL CHECK (length(salt) = 64)
  ) STRICT;

  CREATE TABLE audit_heads (
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    user_id TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    at TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (sequence, user_id)
  ) STRICT, WITHOUT ROWID;
`;

/* Dropping a table drops its indexes and triggers too. */
const exchange = `
  DROP TABLE audit_details;
  DROP TABLE audit_events;
  ALTER TABLE audit_events_chained RENAME TO audit_events;
  ALTER TABLE audit_details_salted RENAME TO audit_details;
`;

/* Every index ends with the sequence, the row's own key: a page of the log is read in order, newest first. */
const indexes = `
  CREATE INDEX audit_events_by_time ON audit_events (at);
  CREATE INDEX audit_events_by_customer ON audit_events (customer_id) WHERE customer_id IS NOT NULL;
  CREATE INDEX audit_events_by_actor ON audit_events (actor_id);
  CREATE INDEX audit_events_by_action ON audit_events (action);
  CREATE INDEX audit_events_by_outcome ON audit_events (outcome);
`;

/*
 * The insert triggers look for taken keys themselves, because INSERT OR REPLACE deletes the old row without firing a
 * delete trigger. A row that does not follow the head is refused too: no mistake of the program can fork the chain.
 */
const guards = `
  CREATE TRIGGER audit_events_refuse_update BEFORE UPDATE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be changed'); END;
  CREATE TRIGGER audit_events_refuse_delete BEFORE DELETE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be deleted'); END;
  CREATE TRIGGER audit_events_refuse_taken BEFORE INSERT ON audit_events
  WHEN EXISTS (SELECT 1 FROM audit_events WHERE sequence = NEW.sequence OR id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'audit events cannot be replaced'); END;
  CREATE TRIGGER audit_events_refuse_unlinked BEFORE INSERT ON audit_events
  WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM audit_events), 0) + 1
    OR NEW.previous_hash <> coalesce(
      (SELECT hash FROM audit_events ORDER BY sequence DESC LIMIT 1), NEW.previous_hash)
  BEGIN SELECT RAISE(ABORT, 'audit events follow the newest one'); END;

  CREATE TRIGGER audit_details_refuse_update BEFORE UPDATE ON audit_details
  BEGIN SELECT RAISE(ABORT, 'audit details cannot be changed'); END;
  CREATE TRIGGER audit_details_refuse_taken BEFORE INSERT ON audit_details
  WHEN EXISTS (SELECT 1 FROM audit_details WHERE event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.event_id AND details_commitment IS NULL)
  BEGIN SELECT RAISE(ABORT, 'audit details cannot be replaced'); END;

  CREATE TRIGGER audit_heads_refuse_update BEFORE UPDATE ON audit_heads
  BEGIN SELECT RAISE(ABORT, 'signed heads cannot be changed'); END;
  CREATE TRIGGER audit_heads_refuse_delete BEFORE DELETE ON audit_heads
  BEGIN SELECT RAISE(ABORT, 'signed heads cannot be deleted'); END;
  CREATE TRIGGER audit_heads_refuse_taken BEFORE INSERT ON audit_heads
  WHEN EXISTS (SELECT 1 FROM audit_heads WHERE sequence = NEW.sequence AND user_id = NEW.user_id)
  BEGIN SELECT RAISE(ABORT, 'signed heads cannot be replaced'); END;
`;

const otherColumns = `
  ALTER TABLE register_info ADD COLUMN roster_epoch INTEGER NOT NULL DEFAULT 1 CHECK (roster_epoch >= 1);
  ALTER TABLE office ADD COLUMN idle_minutes INTEGER NOT NULL DEFAULT 5 CHECK (idle_minutes BETWEEN 1 AND 30);
`;

/** A row as version 5 kept it, with its details. */
interface OldRow {
  readonly sequence: number;
  readonly id: string;
  readonly at: string;
  readonly monotonic_ms: number;
  readonly boot_id: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly roles: string;
  readonly action: string;
  readonly outcome: string;
  readonly customer_id: string | null;
  readonly entity_type: string | null;
  readonly entity_id: string | null;
  readonly purpose: string | null;
  readonly body: string | null;
}

const batch = 1000;
const oldRows = `
  SELECT e.*, d.body FROM audit_events e LEFT JOIN audit_details d ON d.event_id = e.id
  WHERE e.sequence > ? ORDER BY e.sequence LIMIT ${batch}
`;
const eventColumns = [
  'sequence',
  'id',
  'at',
  'monotonic_ms',
  'boot_id',
  'workstation',
  'actor_id',
  'actor_name',
  'roles',
  'action',
  'outcome',
  'customer_id',
  'entity_type',
  'entity_id',
  'purpose',
  'details_commitment',
  'previous_hash',
  'hash',
] as const;

/** Puts the rows of earlier versions into the chain, in batches that keep the memory small. */
async function chainOldRows(sql: SqlExecutor): Promise<void> {
  const [info] = await sql.all<{ vault_id: string }>('SELECT vault_id FROM register_info');
  // A new register gets its tables before it has an id, and has no rows.
  if (!info) return;
  let head = genesis(info.vault_id);
  for (;;) {
    const rows = await sql.all<OldRow>(oldRows, [head.sequence]);
    if (rows.length === 0) return;
    head = await chainBatch(sql, head, rows);
  }
}

async function chainBatch(sql: SqlExecutor, from: ChainHead, rows: readonly OldRow[]): Promise<ChainHead> {
  const details: (readonly string[])[] = [];
  let head = from;
  const events = rows.map(({ body, ...old }) => {
    const salt = newSalt();
    if (body !== null) details.push([old.id, body, salt]);
    const details_commitment = body === null ? null : detailsCommitment(salt, body);
    const content = { ...old, workstation: null, details_commitment };
    const row = { ...content, previous_hash: head.hash, hash: rowHash(head.hash, content) };
    head = row;
    return eventColumns.map((column) => row[column]);
  });
  await insertAll(sql, 'audit_events_chained', eventColumns, events);
  await insertAll(sql, 'audit_details_salted', ['event_id', 'body', 'salt'], details);
  return head;
}

async function insertAll(
  sql: SqlExecutor,
  table: string,
  columns: readonly string[],
  rows: readonly unknown[],
): Promise<void> {
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ');
  await sql.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM json_each(?)`, [
    JSON.stringify(rows),
  ]);
}

export const auditChain: Migration = {
  version: 6,
  name: 'audit-chain',
  async up(sql) {
    await sql.exec(newTables);
    await chainOldRows(sql);
    await sql.exec(exchange + indexes + guards + otherColumns);
  },
};
