import { z } from 'zod';

/**
 * Classes of Finnish VAT (Arvonlisäverolaki 1501/1993): general rate (84 §), reduced (85 §), low (85 a §), and health
 * care, which is exempt (34 §). What a class costs on a day is in the register: rates change by law.
 */
export const vatClasses = ['general', 'reduced', 'low', 'exempt'] as const;
export const vatClassSchema = z.enum(vatClasses, { error: 'not-a-choice' });
export type VatClass = (typeof vatClasses)[number];

interface Dated {
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
}

/** What holds on a date: the latest entry that has begun. The order of the history does not matter; null before all. */
export function priceOn<E extends Dated>(history: readonly E[], date: string): E | null {
  return latest(history.filter(({ validFrom }) => validFrom <= date));
}

/** The nearest change after a date; null when none is known. */
export function nextChange<E extends Dated>(history: readonly E[], date: string): E | null {
  const coming = history.filter(({ validFrom }) => validFrom > date);
  return coming.reduce<E | null>((next, one) => (next && next.validFrom < one.validFrom ? next : one), null);
}

function latest<E extends Dated>(entries: readonly E[]): E | null {
  return entries.reduce<E | null>((last, one) => (last && last.validFrom > one.validFrom ? last : one), null);
}

export interface ActiveTime {
  /** First and last day in use, `YYYY-MM-DD`; null leaves that side open. */
  readonly activeFrom: string | null;
  readonly activeUntil: string | null;
}

export function isActiveOn({ activeFrom, activeUntil }: ActiveTime, date: string): boolean {
  return (activeFrom === null || activeFrom <= date) && (activeUntil === null || date <= activeUntil);
}

/** Basis points of a class on a date; null before the first known rate. */
export function rateOn(
  rates: readonly (Dated & { readonly vatClass: VatClass; readonly rate: number })[],
  vatClass: VatClass,
  date: string,
): number | null {
  const ofClass = rates.filter((rate) => rate.vatClass === vatClass);
  return priceOn(ofClass, date)?.rate ?? null;
}
