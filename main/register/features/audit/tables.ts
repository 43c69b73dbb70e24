import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

/** One row once a manager has changed the rules; until then the first ones hold. */
export interface AuditRulesTable {
  id: 1;
  /** JSON of `unusualRulesSchema`. */
  body: string;
  version: number;
  updated_at: string;
  updated_by: string;
  updated_by_name: string;
}

/** A row of the log that a rule asks about, and what a manager found out. */
export interface AuditMarksTable {
  sequence: number;
  rule: string;
  /** The time of the marked event. */
  at: string;
  /** JSON of `reasonSchema`: the limits as they were. */
  reason: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolved_by_name: string | null;
  note: string | null;
}

/** One row: up to where the marks are final. */
export interface AuditReviewTable {
  id: 1;
  reviewed_to: number;
}

export interface AuditViewTables {
  audit_rules: AuditRulesTable;
  audit_marks: AuditMarksTable;
  audit_review: AuditReviewTable;
}

function supervision(what: string): PersonalColumn {
  return {
    purpose: `Supervising who looks at customer data: ${what}`,
    basis: 'legal-obligation',
    retention: 'As long as the event in the log',
    source: 'Found by the rules of the office, or written by a manager',
    recipients: 'Supervisory authority on request',
  };
}

export const columns = {
  audit_rules: {
    id: technical('Keeps the table at one row'),
    body: technical('What counts as unusual in this office'),
    version: technical('Detects two edits at once'),
    updated_at: technical('When the rules were last changed'),
    updated_by: supervision('who changed the rules'),
    updated_by_name: supervision('the name of that person at the time'),
  },
  audit_marks: {
    sequence: technical('Points to the event'),
    rule: supervision('which rule asked'),
    at: supervision('the time of the event'),
    reason: supervision('why the rule asked'),
    resolved_at: supervision('when it was looked into'),
    resolved_by: supervision('who looked into it'),
    resolved_by_name: supervision('the name of that person at the time'),
    note: supervision('what explained it'),
  },
  audit_review: {
    id: technical('Keeps the table at one row'),
    reviewed_to: technical('Up to which event the rules have been applied'),
  },
} satisfies ColumnMap<AuditViewTables>;
