import { formatDate, isoDateSchema } from '#shared/values/dates.ts';

/** First and last day as fields have them: `YYYY-MM-DD`, empty, or as typed when it is no date. */
export interface TypedDays {
  from: string;
  to: string;
}

export function dateOrNull(text: string): string | null {
  return isoDateSchema.safeParse(text).success ? text : null;
}

/** Whether the days are in the wrong order, which finds nothing. */
export function isBackwards({ from, to }: TypedDays): boolean {
  const [first, last] = [dateOrNull(from), dateOrNull(to)];
  return first !== null && last !== null && first > last;
}

/** `1.11.2026–23.11.2026`; a side that is open is left out, and nothing is left when both are. */
export function daysText({ from, to }: { from: string | null; to: string | null }): string {
  if (from === null && to === null) return '';
  return `${from === null ? '' : formatDate(from)}–${to === null ? '' : formatDate(to)}`;
}
