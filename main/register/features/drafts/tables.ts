import type { DraftForm } from '#shared/features/drafts/forms.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

export interface DraftsTable {
  id: string;
  owner_id: string;
  form: DraftForm;
  /** The customer whom the form is about; NULL for a new one. */
  subject_id: string | null;
  /** What was typed, sealed to the owner's own key: the database key does not open it. */
  sealed: string;
  updated_at: string;
}

/** Drafts that were saved or thrown away, so that a late autosave does not bring one back. */
export interface EndedDraftsTable {
  id: string;
  owner_id: string;
  ended_at: string;
}

export interface DraftTables {
  drafts: DraftsTable;
  ended_drafts: EndedDraftsTable;
}

const retention = 'Until the form is saved or thrown away, thirty days at most';

function draft(what: string): PersonalColumn {
  return {
    purpose: `Going on with an unfinished form after the register was locked: ${what}`,
    basis: 'legitimate-interest',
    retention,
    source: 'The staff member who fills in the form, and the customer before them',
    recipients: 'none; only the staff member who typed it can open it',
  };
}

const owner: PersonalColumn = {
  ...draft('whose form it is'),
  source: 'Recorded by the register when a staff member fills in a form',
};

export const columns = {
  drafts: {
    id: technical('Made by the window in which the form is open'),
    owner_id: owner,
    form: technical('Which form it is'),
    subject_id: draft('the customer whom it is about'),
    sealed: draft("what was typed, encrypted to the staff member's own key"),
    updated_at: technical('When it was last kept; old drafts are dropped by it'),
  },
  ended_drafts: {
    id: technical('A draft that was saved or thrown away'),
    owner_id: { ...owner, retention: 'Thirty days from the end of the draft' },
    ended_at: technical('When it ended; forgotten by it'),
  },
} satisfies ColumnMap<DraftTables>;
