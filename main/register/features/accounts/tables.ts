import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

/** Who has signed the confidentiality commitment (vaitiolositoumus), on paper or in the program. */
export interface ConfidentialityCommitmentsTable {
  user_id: string;
  /** `YYYY-MM-DD` */
  signed_on: string;
  recorded_at: string;
  recorded_by: string;
  version: number;
}

export interface AccountTables {
  confidentiality_commitments: ConfidentialityCommitmentsTable;
}

function commitment(what: string): PersonalColumn {
  return {
    purpose: `Showing that staff are bound to confidentiality (Tietosuojalaki 35 §): ${what}`,
    basis: 'legal-obligation',
    retention: 'As long as the audit log',
    source: 'Recorded by an administrator from the signed paper, or by the person at set-up',
    recipients: 'Supervisory authority on request',
  };
}

export const columns = {
  confidentiality_commitments: {
    user_id: commitment('who signed'),
    signed_on: commitment('the day of the signature'),
    recorded_at: technical('When it was recorded'),
    recorded_by: commitment('who recorded it'),
    version: technical('Detects two edits at once'),
  },
} satisfies ColumnMap<AccountTables>;
