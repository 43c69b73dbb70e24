import { useEffect, useEffectEvent, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type ResumedDraft, resumedIsOver } from '../../app/drafts/resumed.ts';
import { type KeptForm, useDraft } from '../../app/drafts/use-draft.ts';
import { useTyped } from '../../app/drafts/use-typed.ts';
import type { PriceListForm, ResumedForm } from './price-list-draft.ts';

interface TypedForm {
  readonly values: FieldValues;
  /** The sealed draft that keeps the same. */
  readonly draft: ResumedDraft;
  readonly discard: () => void;
}

/** What was typed and is not saved yet, by what it is about. */
export type TypedForms = Map<string, TypedForm>;

interface TypedFormOptions<Values extends FieldValues> {
  as: PriceListForm;
  view: string;
  /** The row that it is about; for a new one a word of its own. */
  id: string;
  /** The version of the row that the form began from. */
  version: number | null;
  /** By what the person knows it later. */
  about: () => string;
  typed: TypedForms;
  /** The draft that the page goes on with: give its id as part of the `key`. */
  resumed: ResumedForm | null;
  /** Reads what a draft holds. */
  read: (form: unknown) => Values | null;
}

/** Keeps what was typed while another row is looked at, and as a sealed draft over a lock and a crash. */
export function useTypedForm<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { as, view, id, version, about, typed, resumed, read }: TypedFormOptions<Values>,
): KeptForm {
  const [before] = useState(() => {
    const values = resumed?.id === id ? read(resumed.form) : null;
    return values && resumed ? { values, draft: resumed.draft } : (typed.get(id) ?? null);
  });
  useTyped(form, (before?.values ?? null) as Values | null);
  const kept = useDraft({
    form: as,
    subjectId: null,
    resumed: before?.draft ?? null,
    about,
    values: () => ({ view, id, version, form: form.getValues() }),
  });
  const { draftId, discard } = kept;
  const remember = useEffectEvent((values: FieldValues) => {
    const draft = { id: draftId, form: as, subjectId: null, savedAt: kept.keptAt ?? '', values: null };
    typed.set(id, { values: structuredClone(values), draft, discard });
  });
  const { subscribe } = form;
  useEffect(() => {
    if (before) remember(before.values);
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) remember(values);
        else typed.delete(id);
      },
    });
  }, [subscribe, typed, id, before]);
  const ended = (end: () => void) => () => {
    typed.delete(id);
    if (resumed) resumedIsOver(resumed.draft.id);
    end();
  };
  return { ...kept, saved: ended(kept.saved), discard: ended(discard) };
}
