import { useState } from 'react';
import type { DraftForm } from '#shared/features/drafts/forms.ts';
import { type ResumedDraft, resumedIsOver, useResumedOf } from './resumed.ts';

/** One place for panels whose forms are kept as drafts: one at a time, opened by the person or by going on with a draft. */
export interface DraftedPanel<Form extends DraftForm> {
  /** The form whose panel is open. */
  readonly open: Form | null;
  /** For that form: give its id as `key`. */
  readonly resumed: ResumedDraft | null;
  readonly show: (form: Form) => void;
  readonly close: () => void;
}

export function useDraftedPanel<Form extends DraftForm>(
  forms: readonly Form[],
  subjectId: string | null,
): DraftedPanel<Form> {
  const resumed = useResumedOf(forms, subjectId);
  const [asked, setAsked] = useState<Form | null>(null);
  const open = forms.find((form) => form === resumed?.form) ?? asked;
  const change = (next: Form | null) => {
    if (resumed) resumedIsOver(resumed.id);
    setAsked(next);
  };
  return {
    open,
    resumed,
    show: (form) => {
      if (form !== open) change(form);
    },
    close: () => change(null),
  };
}
