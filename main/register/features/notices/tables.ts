import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

export interface NoticesTable {
  id: string;
  /** For whom. */
  user_id: string;
  kind: string;
  /** JSON of the kind's facts in `noticeBody`. */
  facts: string;
  created_at: string;
  /** NULL until the person has acknowledged it. */
  seen_at: string | null;
}

export interface NoticeTables {
  notices: NoticesTable;
}

function staff(what: string): PersonalColumn {
  return {
    purpose: `Telling staff what concerns their account or duties: ${what}`,
    basis: 'legitimate-interest',
    retention: 'As long as the audit log',
    source: 'Recorded by the register when somebody acts',
    recipients: 'none',
  };
}

export const columns = {
  notices: {
    id: technical('Names the notice, in the order of time'),
    user_id: staff('for whom it is'),
    kind: technical('What happened'),
    facts: staff('who did what to whose account'),
    created_at: technical('When it happened'),
    seen_at: staff('when the person acknowledged it'),
  },
} satisfies ColumnMap<NoticeTables>;
