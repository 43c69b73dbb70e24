import type { FieldErrors, FieldValues } from 'react-hook-form';
import type { FieldProblem } from '../ui/error-summary.tsx';

/**
 * The fields that have an error, for `ErrorSummary`, in the order of `labels` (the order of the screen).
 * @param labels field path to the field's own label
 */
export function formProblems<Values extends FieldValues>(
  errors: FieldErrors<Values>,
  labels: Readonly<Record<string, string>>,
): FieldProblem[] {
  return Object.entries(labels)
    .filter(([path]) => hasError(errors, path))
    .map(([id, label]) => ({ id, label }));
}

function hasError(errors: object, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], errors);
  return found !== undefined;
}
