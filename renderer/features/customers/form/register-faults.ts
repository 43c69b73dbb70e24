import type { UseFormSetError } from 'react-hook-form';
import { AppError } from '#shared/rpc/fault.ts';
import { type CustomerValues, fieldOrder } from './form-values.ts';

/**
 * Puts what the register found wrong beside its fields.
 * @returns false when the error is about something else than the fields
 */
export function showFieldErrors(error: unknown, setError: UseFormSetError<CustomerValues>): boolean {
  if (!(error instanceof AppError) || error.fault.kind !== 'invalid-input') return false;
  const { fields } = error.fault;
  const wrong = fieldOrder.filter((field) => fields[`form.${field}`] !== undefined);
  for (const [index, field] of wrong.entries()) {
    const message = fields[`form.${field}`] ?? 'invalid';
    setError(`form.${field}`, { message }, { shouldFocus: index === 0 });
  }
  return wrong.length > 0;
}
