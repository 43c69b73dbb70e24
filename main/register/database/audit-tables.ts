import { type ColumnMap, type PersonalColumn, technical } from './personal-data.ts';

/** One link of the chain; see `audit-chain/`. Rows are never changed, deleted or replaced. */
export interface AuditEventsTable {
  /** 1, 2, 3 … without gaps. */
  sequence: number;
  id: string;
  at: string;
  /** Milliseconds of the process's monotonic clock, comparable within one `boot_id`. */
  monotonic_ms: number;
  boot_id: string;
  /** Name of the computer; nothing in rows from before it was recorded. */
  workstation: string | null;
  actor_id: string | null;
  actor_name: string;
  /** JSON array of role names at the time. */
  roles: string;
  action: string;
  outcome: string;
  customer_id: string | null;
  entity_type: string | null;
  entity_id: string | null;
  purpose: string | null;
  /** SHA-256 over salt and body of the row's details; nothing when it has none. */
  details_commitment: string | null;
  /** Hash of the row before. */
  previous_hash: string;
  hash: string;
}

/** Apart from the chain, so that an erasure may delete them; never changed. */
export interface AuditDetailsTable {
  event_id: string;
  /** JSON object. */
  body: string;
  /** 64 hexadecimal digits. */
  salt: string;
}

/** Heads of the log that people signed at sign-in and at lock. */
export interface AuditHeadsTable {
  sequence: number;
  user_id: string;
  hash: string;
  at: string;
  signature: string;
}

export interface AuditTables {
  audit_events: AuditEventsTable;
  audit_details: AuditDetailsTable;
  audit_heads: AuditHeadsTable;
}

function staffTrace(what: string): PersonalColumn {
  return {
    purpose: `Showing afterwards who looked at or changed customer data: ${what}`,
    basis: 'legal-obligation',
    retention: 'Five years from the event',
    source: 'Recorded by the register when a staff member acts',
    recipients: 'The customer on request; supervisory authority on request',
  };
}

export const columns = {
  audit_events: {
    sequence: technical('Order of the log'),
    id: technical('Identifies the event'),
    at: staffTrace('the time'),
    monotonic_ms: technical('Shows that the wall clock was moved'),
    boot_id: technical('Tells which start of the process the monotonic time belongs to'),
    workstation: staffTrace('the computer'),
    actor_id: staffTrace('the staff member'),
    actor_name: staffTrace('the name of the staff member at the time'),
    roles: staffTrace('the roles held at the time'),
    action: staffTrace('what was done'),
    outcome: staffTrace('whether it succeeded'),
    customer_id: staffTrace('whose data it was'),
    entity_type: staffTrace('what kind of record it was'),
    entity_id: staffTrace('which record it was'),
    purpose: staffTrace('the reason given'),
    details_commitment: technical('Proves the details without telling them'),
    previous_hash: technical('Links the row to the one before'),
    hash: technical('Proves the row and all before it'),
  },
  audit_details: {
    event_id: technical('Points to the event'),
    body: staffTrace('what changed; deleted when the customer is erased'),
    salt: technical('Keeps erased details from being guessed by their commitment'),
  },
  audit_heads: {
    sequence: technical('Which row was the newest'),
    user_id: staffTrace('who signed that the log was this long'),
    hash: technical('The hash of that row'),
    at: staffTrace('when it was signed'),
    signature: technical('Proves who signed'),
  },
} satisfies ColumnMap<AuditTables>;
