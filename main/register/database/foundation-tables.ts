import type { Generated } from 'kysely';
import { type ColumnMap, type PersonalColumn, technical } from './personal-data.ts';

/** One row: which vault the file belongs to. */
export interface RegisterInfoTable {
  id: 1;
  vault_id: string;
  key_epoch: number;
  created_at: string;
}

/** One row: the clinic that keeps the register (the controller). */
export interface OfficeTable {
  id: 1;
  name: string;
  business_id: string;
  street: string;
  postal_code: string;
  city: string;
  phone: string;
  email: string;
  /** Whom a customer contacts about their data. */
  data_contact: string;
  /** Months promised for an answer to a data subject request; the law allows one. */
  answer_within_months: number;
  version: number;
  updated_at: string;
  updated_by: string | null;
}

export interface AuditEventsTable {
  sequence: Generated<number>;
  id: string;
  at: string;
  /** Milliseconds of the process's monotonic clock, comparable within one `boot_id`. */
  monotonic_ms: number;
  boot_id: string;
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
}

export interface AuditDetailsTable {
  event_id: string;
  /** JSON object; an erasure may empty it to `{}`. */
  body: string;
}

export interface CommandResultsTable {
  request_id: string;
  actor_id: string;
  procedure: string;
  input_hash: string;
  /** JSON reply of the first run. */
  result: string;
  at: string;
}

export interface FoundationTables {
  register_info: RegisterInfoTable;
  office: OfficeTable;
  audit_events: AuditEventsTable;
  audit_details: AuditDetailsTable;
  command_results: CommandResultsTable;
}

const auditRetention = 'Five years from the event';

function staffTrace(what: string): PersonalColumn {
  return {
    purpose: `Showing afterwards who looked at or changed customer data: ${what}`,
    basis: 'legal-obligation',
    retention: auditRetention,
    source: 'Recorded by the register when a staff member acts',
    recipients: 'The customer on request; supervisory authority on request',
  };
}

function officeContact(what: string): PersonalColumn {
  return {
    purpose: `Telling customers who keeps the register: ${what}`,
    basis: 'legal-obligation',
    retention: 'As long as the office keeps the register',
    source: 'Entered by the office',
    recipients: 'Customers, in reports and notices',
  };
}

const office = technical('Details of the organisation, not of a person');

export const columns = {
  register_info: {
    id: technical('Keeps the table at one row'),
    vault_id: technical('Binds the file to its vault'),
    key_epoch: technical('Tells which key the file is encrypted with'),
    created_at: technical('When the file was created'),
  },
  office: {
    id: technical('Keeps the table at one row'),
    name: office,
    business_id: office,
    street: office,
    postal_code: office,
    city: office,
    phone: office,
    email: office,
    data_contact: officeContact('the person or address for data matters'),
    answer_within_months: technical('Promise printed in the register notice'),
    version: technical('Detects two edits at once'),
    updated_at: technical('When the details were last edited'),
    updated_by: {
      purpose: 'Knowing who last edited the details of the office',
      basis: 'legitimate-interest',
      retention: 'Until the next edit',
      source: 'Recorded by the register when a staff member acts',
      recipients: 'none',
    },
  },
  audit_events: {
    sequence: technical('Order of the log'),
    id: technical('Identifies the event'),
    at: staffTrace('the time'),
    monotonic_ms: technical('Shows that the wall clock was moved'),
    boot_id: technical('Tells which start of the process the monotonic time belongs to'),
    actor_id: staffTrace('the staff member'),
    actor_name: staffTrace('the name of the staff member at the time'),
    roles: staffTrace('the roles held at the time'),
    action: staffTrace('what was done'),
    outcome: staffTrace('whether it succeeded'),
    customer_id: staffTrace('whose data it was'),
    entity_type: staffTrace('what kind of record it was'),
    entity_id: staffTrace('which record it was'),
    purpose: staffTrace('the reason given'),
  },
  audit_details: {
    event_id: technical('Points to the event'),
    body: staffTrace('what changed; emptied when the customer is erased'),
  },
  command_results: {
    request_id: technical('Made by the client, so that a repeated command is done once'),
    actor_id: {
      purpose: 'Giving a stored answer only to the staff member who asked',
      basis: 'legitimate-interest',
      retention: 'Thirty days from the command',
      source: 'Recorded by the register when a staff member acts',
      recipients: 'none',
    },
    procedure: technical('Name of the command'),
    input_hash: technical('Detects another command under the same id'),
    result: {
      purpose: 'Repeating the answer of a command whose first answer was lost',
      basis: 'legitimate-interest',
      retention: 'Thirty days from the command',
      source: 'The command that was done',
      recipients: 'none',
    },
    at: technical('When the command was done'),
  },
} satisfies ColumnMap<FoundationTables>;
