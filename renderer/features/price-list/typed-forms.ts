import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** What was typed and is not saved yet, by what it is about. */
export type TypedForms = Map<string, FieldValues>;

/** Keeps what was typed while another row is looked at, and puts it back. */
export function useTypedForm<Values extends FieldValues, Output>(
  { reset, subscribe }: UseFormReturn<Values, unknown, Output>,
  id: string,
  typed: TypedForms,
): void {
  useEffect(() => {
    const kept = typed.get(id);
    if (kept) reset(kept as Values, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) typed.set(id, structuredClone(values));
        else typed.delete(id);
      },
    });
  }, [reset, subscribe, typed, id]);
}
