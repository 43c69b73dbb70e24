import { useEffect, useState } from 'react';
import type { Wording } from '#shared/features/consents/contract.ts';
import { type ResumedDraft, resumedIsOver } from '../../../app/drafts/resumed.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import type { TypedTexts } from './typed-texts.ts';
import { wordingDraft } from './wording-draft.ts';
import { WordingForm } from './wording-form.tsx';
import { startOf } from './wording-form-schema.ts';

/** What the page asks of each form before it is left. */
export interface OpenWording {
  hasUnsaved: () => boolean;
  discard: () => void;
}

interface DraftedWordingProps {
  wording: Wording;
  /** The kept draft that the form goes on with: give its id as part of the `key`. */
  resumed: ResumedDraft | null;
  /** Another purpose is looked at meanwhile; what was typed is kept all the same. */
  isShown: boolean;
  /** Puts itself in for as long as it is on the page. */
  open: Map<string, OpenWording>;
  /** What was typed has been published or given up: the form starts anew, with a draft of its own. */
  onStartAgain: () => void;
}

/** One wording and the sealed draft of its next version. */
export function DraftedWording(props: DraftedWordingProps) {
  const { wording: newest, resumed, isShown, open, onStartAgain } = props;
  const t = useTexts();
  const [draft] = useState(() => wordingDraft(resumed?.values));
  // Somebody may publish while a text is being typed: it stays, and is told to be overtaken.
  const [wording, setWording] = useState(newest);
  const [typed] = useState<TypedTexts>(() => new Map(draft ? [[wording.id, draft.form]] : []));
  if (newest.id !== wording.id && typed.size === 0) setWording(newest);
  const isOvertaken = newest.id !== wording.id || (draft !== null && draft.wordingId !== wording.id);
  const kept = useDraft({
    form: 'consents.publishWording',
    subjectId: null,
    resumed,
    about: () => t(`words:purposes.${wording.purpose}`),
    values: () => ({
      purpose: wording.purpose,
      wordingId: wording.id,
      form: typed.get(wording.id) ?? startOf(wording),
    }),
  });
  useEffect(() => {
    open.set(wording.id, { hasUnsaved: () => typed.size > 0, discard: kept.discard });
    return () => void open.delete(wording.id);
  });
  const end = () => {
    typed.delete(wording.id);
    if (resumed) resumedIsOver(resumed.id);
  };
  if (!isShown) return null;
  return (
    <WordingForm
      key={wording.id}
      wording={wording}
      typed={typed}
      draftId={kept.draftId}
      keptAt={kept.keptAt}
      isOvertaken={isOvertaken}
      onPublished={() => {
        kept.saved();
        end();
        onStartAgain();
      }}
      onGiveUp={() => {
        kept.discard();
        end();
        onStartAgain();
      }}
    />
  );
}
