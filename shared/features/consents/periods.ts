import { addMonths } from '../../values/dates.ts';

/** A consent is shown as expiring during its last days, so that it can be asked again in time. */
export const expiringWithinDays = 60;

/** How long a customer who said no is left in peace before the same question is asked again. */
export const askAgainAfterMonths = 12;

/**
 * The last day, `YYYY-MM-DD`, on which a consent given on `givenOn` still holds; null = until withdrawn.
 * Calendar months, not days: 24 months from 18.11.2026 is 18.11.2028.
 */
export function lastValidDay(givenOn: string, validMonths: number | null): string | null {
  return validMonths === null ? null : addMonths(givenOn, validMonths);
}

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
