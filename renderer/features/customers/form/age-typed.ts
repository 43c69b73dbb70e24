import { ageOn, parseBirthDate } from '#shared/values/dates.ts';

/** Whole years on `today` (`YYYY-MM-DD`) by a birth date as it is typed; null while none can be read. */
export function ageTyped(birthDate: string, today: string): number | null {
  const parsed = parseBirthDate(birthDate, today);
  return parsed.ok ? ageOn(parsed.value, today) : null;
}
