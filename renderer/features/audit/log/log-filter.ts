import type { ActionGroup } from '#shared/features/audit/action-groups.ts';
import { everything, type LogFilter, type outcomes } from '#shared/features/audit/log.ts';
import { addDays } from '#shared/values/dates.ts';
import { dateOrNull } from '../../../app/days.ts';

export const periods = ['today', 'week', 'month', 'all', 'range'] as const;
export type Period = (typeof periods)[number];

/** The filters as a person sets them on the screen. */
export interface ChosenFilter {
  text: string;
  period: Period;
  /** For the period `range`: `YYYY-MM-DD`, empty, or as typed when it is no date. */
  from: string;
  to: string;
  /** Id, `program`, or `all`. */
  person: string;
  group: ActionGroup | 'all';
  workstation: string;
  outcome: (typeof outcomes)[number] | 'all';
  unusual: boolean;
}

/** No computer has a name with a line break in it. */
export const anyWorkstation = '\n';

export const firstFilter: ChosenFilter = {
  text: '',
  period: 'today',
  from: '',
  to: '',
  person: 'all',
  group: 'all',
  workstation: anyWorkstation,
  outcome: 'all',
  unusual: false,
};

/** The days that a period means, first and last. */
function daysOf({ period, from, to }: ChosenFilter, today: string): Pick<LogFilter, 'from' | 'to'> {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: addDays(today, -29), to: today };
    case 'all':
      return { from: null, to: null };
    case 'range':
      return { from: dateOrNull(from), to: dateOrNull(to) };
  }
}

/** What the register is asked. @param today `YYYY-MM-DD` */
export function askedFilter(chosen: ChosenFilter, today: string): LogFilter {
  const { text, person, group, workstation, outcome, unusual } = chosen;
  return {
    ...everything,
    ...daysOf(chosen, today),
    text: text.trim(),
    actor: person === 'all' ? null : person,
    actions: group === 'all' ? null : group,
    workstation: workstation === anyWorkstation ? null : workstation,
    outcome: outcome === 'all' ? null : outcome,
    unusual,
  };
}
