import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type ResumedDraft, resumedIsOver } from '../../app/drafts/resumed.ts';
import { type KeptForm, useDraft } from '../../app/drafts/use-draft.ts';
import { useTyped } from '../../app/drafts/use-typed.ts';
import { followRow } from './follow-row.ts';
import type { PriceListForm, ResumedForm } from './price-list-draft.ts';

interface BegunForm {
  readonly values: FieldValues;
  /** Of the row, when the typing began: what somebody else changed since then is not written over. */
  readonly version: number | null;
  /** The sealed draft that keeps the same. */
  readonly draft: ResumedDraft;
}

interface TypedForm extends BegunForm {
  readonly discard: () => void;
}

/** What was typed and is not saved yet, by what it is about. */
export type TypedForms = Map<string, TypedForm>;

interface TypedFormOptions<Values extends FieldValues> {
  as: PriceListForm;
  view: string;
  /** The row that it is about as it stands now; for a new one a word of its own, and no version. */
  row: { readonly id: string; readonly version: number | null };
  /** What the form holds of the row before anything is typed. */
  start: Values;
  /** By what the person knows it later. */
  about: () => string;
  typed: TypedForms;
  /** The draft that the page goes on with: give its id as part of the `key`. */
  resumed: ResumedForm | null;
  /** Reads what a draft holds. */
  read: (form: unknown) => Values | null;
}

interface KeptTypedForm<Values> extends Omit<KeptForm, 'saved'> {
  /** The form has been saved and stays on the screen, with these values or as it is. */
  saved: (values?: Values) => void;
  /** The version of the row that the typing began from; null while nothing is typed. */
  seenVersion: () => number | null;
  /** A deed of one's own was done on that version of the row. */
  advance: (from: number) => void;
}

/**
 * Keeps what was typed while another row is looked at, and as a sealed draft over a lock and a crash. When the row
 * itself changes, fields that nobody has touched follow it.
 */
export function useTypedForm<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { as, view, row, start, about, typed, resumed, read }: TypedFormOptions<Values>,
): KeptTypedForm<Values> {
  const { id } = row;
  const [before] = useState(() => begun(id, typed, resumed, read));
  useTyped(form, (before?.values ?? null) as Values | null);
  const kept = useDraft({
    form: as,
    subjectId: null,
    resumed: before?.draft ?? null,
    about,
    values: () => ({ view, id, version: typed.get(id)?.version ?? null, form: form.getValues() }),
  });
  const { draftId, discard, renew } = kept;
  const remember = useEffectEvent((values: FieldValues, version: number | null) => {
    const draft = { id: draftId, form: as, subjectId: null, savedAt: kept.keptAt ?? '', values: null };
    typed.set(id, { values: structuredClone(values), version, draft, discard });
  });
  const began = useEffectEvent(() => typed.get(id)?.version ?? row.version);
  const { subscribe } = form;
  useEffect(() => {
    if (before) remember(before.values, before.version);
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) remember(values, began());
        else typed.delete(id);
      },
    });
  }, [subscribe, typed, id, before]);

  const shown = useRef(start);
  const follow = useEffectEvent(() => {
    if (isSame(shown.current, start)) return;
    const held = typed.get(id);
    const values = held ? followRow(shown.current, form.getValues(), start) : start;
    shown.current = start;
    form.reset(start);
    if (held && !isSame(values, start)) {
      form.reset(values, { keepDefaultValues: true });
      typed.set(id, { ...held, values });
      return;
    }
    typed.delete(id);
    discard();
    renew();
  });
  const state = `${row.version} ${JSON.stringify(start)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row may be as before in all but its version
  useEffect(() => follow(), [state]);

  const end = () => {
    typed.delete(id);
    if (resumed) resumedIsOver(resumed.draft.id);
  };
  return {
    ...kept,
    saved: (values = form.getValues()) => {
      end();
      kept.saved();
      shown.current = values;
      form.reset(values);
      renew();
    },
    discard: () => {
      end();
      discard();
    },
    seenVersion: () => typed.get(id)?.version ?? null,
    advance: (from) => {
      const held = typed.get(id);
      if (held?.version === from) typed.set(id, { ...held, version: from + 1 });
    },
  };
}

/** What was typed here a moment ago is newer than what its draft held when the page went on with it. */
function begun<Values extends FieldValues>(
  id: string,
  typed: TypedForms,
  resumed: ResumedForm | null,
  read: (form: unknown) => Values | null,
): BegunForm | null {
  const held = typed.get(id) ?? null;
  if (resumed?.id !== id || held?.draft.id === resumed.draft.id) return held;
  const values = read(resumed.form);
  return values ? { values, version: resumed.version, draft: resumed.draft } : held;
}

function isSame(a: FieldValues, b: FieldValues): boolean {
  return Object.keys(b).every((field) => Object.is(a[field], b[field]));
}
