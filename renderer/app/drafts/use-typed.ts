import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** Puts what a draft holds into a form that has just opened: typed by the person, so the form is not untouched. */
export function useTyped<Values extends FieldValues, Output>(
  { reset }: Pick<UseFormReturn<Values, unknown, Output>, 'reset'>,
  typed: Values | null,
): void {
  const [first] = useState(typed);
  useEffect(() => {
    if (first) reset(first, { keepDefaultValues: true });
  }, [reset, first]);
}
