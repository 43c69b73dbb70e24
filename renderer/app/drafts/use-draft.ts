import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { DraftForm } from '#shared/features/drafts/forms.ts';
import { client } from '../../api/client.ts';
import { makeStale } from '../../api/query-client.ts';
import { type DraftCalls, FormDraft } from './form-draft.ts';
import { putOpenDraft } from './open-drafts.ts';
import { type ResumedDraft, resumedIsOverUnlessOpen } from './resumed.ts';

const keepEveryMs = 1000;

export interface DraftedForm {
  form: DraftForm;
  /** The customer whom the form is about; null for a new one. */
  subjectId: string | null;
  /** The draft that the form was opened with. */
  resumed: ResumedDraft | null;
  /** Whom the person knows it by later: a name, as it stands in the form. */
  about: () => string;
  /** All that the person has put into the form, as JSON. */
  values: () => object;
}

export interface KeptForm {
  /** For `useCommand(…, { draftId })` of the command that saves the form. */
  draftId: string;
  /** When the form was last kept, UTC ISO; null before that. */
  keptAt: string | null;
  /** Call when the form has been saved. */
  saved: () => void;
  /** Call when the person leaves the form without wanting what is in it. */
  discard: () => void;
  /** Call after either when the form stays on the screen: what is typed next is a draft of its own. */
  renew: () => void;
}

const calls: DraftCalls = {
  save: (draft) => client.drafts.save.call(draft, uuidv7()),
  discard: (id) => client.drafts.discard.call({ id }, uuidv7()),
};

/**
 * Keeps an open form as a sealed draft: within a second of each change, when the door closes, and when the form
 * goes off the screen without having been saved or thrown away.
 */
export function useDraft({ form, subjectId, resumed, about, values }: DraftedForm): KeptForm {
  const queryClient = useQueryClient();
  const [keptAt, setKeptAt] = useState(resumed?.savedAt ?? null);
  const begin = (earlier: ResumedDraft | null) =>
    new FormDraft({ id: earlier?.id ?? uuidv7(), form, subjectId }, calls, earlier !== null);
  const [draft, setDraft] = useState(() => begin(resumed));
  const content = useEffectEvent(() => ({ about: about().slice(0, 200), values: JSON.stringify(values()) }));
  useEffect(() => {
    draft.opened(content());
    const keep = () => draft.keep(content(), setKeptAt);
    const timer = setInterval(() => void keep(), keepEveryMs);
    const { id } = draft.head;
    const takeOff = putOpenDraft({ id, form: draft.head.form, keep });
    return () => {
      clearInterval(timer);
      takeOff();
      resumedIsOverUnlessOpen(id);
      void keep().then(() => makeDraftsStale(queryClient));
    };
  }, [draft, queryClient]);
  return {
    draftId: draft.head.id,
    keptAt,
    saved: () => {
      draft.saved();
      makeDraftsStale(queryClient);
    },
    discard: () => void draft.discard().then(() => makeDraftsStale(queryClient)),
    renew: () => {
      setDraft(begin(null));
      setKeptAt(null);
    },
  };
}

function makeDraftsStale(queryClient: QueryClient): void {
  makeStale(queryClient, ['drafts']);
}
