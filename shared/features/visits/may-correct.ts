import { managers } from '../../rpc/procedure.ts';
import { dateAt } from '../../values/dates.ts';
import type { Role } from '../../values/roles.ts';

interface Recorded {
  readonly recordedById: string;
  /** Instant. */
  readonly recordedAt: string;
}

/**
 * Whether a person may take an entry back or move it to another customer: what they wrote down themselves, and until
 * midnight in Finland what anybody wrote down that day. Older entries of others are the managers': the day's money was
 * counted with them.
 * @param today in Finland, `YYYY-MM-DD`
 */
export function mayCorrect(
  { recordedById, recordedAt }: Recorded,
  person: { readonly id: string; readonly roles: readonly Role[] },
  today: string,
): boolean {
  if (recordedById === person.id || dateAt(recordedAt) === today) return true;
  return managers.some((role) => person.roles.includes(role));
}
