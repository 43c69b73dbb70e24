import { addDays, instantAt } from '#shared/values/dates.ts';

/**
 * Midnight to midnight in Finland, as instants; the end is not included. Null when neither day is given.
 * @param to last day, included
 */
export function dayRange(
  from: string | null,
  to: string | null,
): { from: string | null; until: string | null } | null {
  if (from === null && to === null) return null;
  return {
    from: from === null ? null : instantAt(from, '00:00'),
    until: to === null ? null : instantAt(addDays(to, 1), '00:00'),
  };
}
