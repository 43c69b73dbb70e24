import { addDays, parseDate, today } from '#shared/values/dates.ts';

/** Reads a day that is more likely to come than past: a year of two digits is of this century's next 50 years at most. */
export function comingDate(text: string): string | null {
  const date = parseDate(text, addDays(today(), 50 * 365));
  return date.ok ? date.value : null;
}
