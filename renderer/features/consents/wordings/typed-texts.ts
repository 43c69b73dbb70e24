import { useEffect } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { WordingFormInput, WordingFormOutput } from './wording-form-schema.ts';

/** What was typed for each wording (by the id of its version in force) and is not yet published. */
export type TypedTexts = Map<string, WordingFormInput>;

/** Keeps what was typed while another purpose is looked at, and puts it back. */
export function useTypedTexts(
  form: UseFormReturn<WordingFormInput, unknown, WordingFormOutput>,
  wordingId: string,
  typed: TypedTexts,
): void {
  const { reset, subscribe } = form;
  useEffect(() => {
    const kept = typed.get(wordingId);
    if (kept) reset(kept, { keepDefaultValues: true });
    return subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (isDirty) typed.set(wordingId, structuredClone(values));
        else typed.delete(wordingId);
      },
    });
  }, [reset, subscribe, typed, wordingId]);
}
