import type { Generated } from 'kysely';
import { type AuditTables, columns as audit } from './audit-tables.ts';
import { type ColumnMap, type PersonalColumn, technical } from './personal-data.ts';

/** One row: which vault the file belongs to. */
export interface RegisterInfoTable {
  id: 1;
  vault_id: string;
  key_epoch: number;
  /** The newest roster that the register was opened under: an older vault is refused. */
  roster_epoch: Generated<number>;
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
  /** How long without input until a window locks by itself, 1 to 30 minutes. */
  idle_minutes: Generated<number>;
  version: number;
  updated_at: string;
  updated_by: string | null;
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

export interface FoundationTables extends AuditTables {
  register_info: RegisterInfoTable;
  office: OfficeTable;
  command_results: CommandResultsTable;
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
    roster_epoch: technical('Tells which roster the register was last opened under'),
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
    idle_minutes: technical('When an idle window locks'),
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
  ...audit,
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
