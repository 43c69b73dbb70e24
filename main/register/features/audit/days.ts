import { instantAt } from '#shared/values/dates.ts';

/** `2026-02-28` → `2026-03-01`. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00.000Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

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
    until: to === null ? null : instantAt(dayAfter(to), '00:00'),
  };
}
