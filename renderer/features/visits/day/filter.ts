import type { VisitKind } from '#shared/features/visits/kinds.ts';

export interface DayFilter {
  /** `YYYY-MM-DD`; null is today, whichever day that is. */
  readonly date: string | null;
  readonly practitionerId: string | null;
  readonly kind: VisitKind | null;
}

export const firstDayFilter: DayFilter = { date: null, practitionerId: null, kind: null };

/** What the register is asked. */
export function askedOf({ practitionerId, kind }: DayFilter, date: string) {
  return { date, practitionerId, kind };
}
