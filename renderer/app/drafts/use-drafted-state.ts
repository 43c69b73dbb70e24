import { type Dispatch, type SetStateAction, useState } from 'react';
import { type DraftedForm, type KeptForm, useDraft } from './use-draft.ts';

interface DraftedState<Values extends object> extends Omit<DraftedForm, 'values'> {
  /** What the form starts with when there is no draft, or none that this version of it can read. */
  start: () => Values;
  /** Reads what a draft holds. */
  read: (values: unknown) => Values | null;
}

/** `useState` for what a form holds, kept as a sealed draft from the first change to the end of the form. */
export function useDraftedState<Values extends object>({
  start,
  read,
  ...drafted
}: DraftedState<Values>): [Values, Dispatch<SetStateAction<Values>>, KeptForm] {
  const [values, setValues] = useState(() => read(drafted.resumed?.values) ?? start());
  const kept = useDraft({ ...drafted, values: () => values });
  return [values, setValues, kept];
}
