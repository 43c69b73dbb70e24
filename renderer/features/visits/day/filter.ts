import type { VisitKind } from '#shared/features/visits/kinds.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DayFilter {
  /** `YYYY-MM-DD`; null is today, whichever day that is. */
  readonly date: string | null;
  /** With the name: on another day the person may not be among those who served customers. */
  readonly practitioner: Named | null;
  readonly kind: VisitKind | null;
}

export const firstDayFilter: DayFilter = { date: null, practitioner: null, kind: null };

/** What the register is asked. */
export function askedOf({ practitioner, kind }: DayFilter, date: string) {
  return { date, practitionerId: practitioner?.id ?? null, kind };
}

/** By whom the day can be narrowed; whoever it is narrowed by now can always be seen and let go. */
export function practitionerChoices(ofDay: readonly Named[], chosen: Named | null): readonly Named[] {
  return chosen === null || ofDay.some(({ id }) => id === chosen.id) ? ofDay : [...ofDay, chosen];
}
