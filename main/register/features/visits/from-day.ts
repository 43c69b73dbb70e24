import { AppError } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';

/** What was sold under a price stays true: a price is changed from today at the earliest. */
export function requireNotPast(validFrom: string, now: string): void {
  if (validFrom < dateAt(now)) {
    throw new AppError({ kind: 'invalid-input', fields: { validFrom: 'date-in-past' } });
  }
}

/** Only what has not begun can be taken back. */
export function requireNotBegun(validFrom: string, now: string): void {
  if (validFrom <= dateAt(now)) {
    throw new AppError({ kind: 'invalid-input', fields: { validFrom: 'date-in-past' } });
  }
}
