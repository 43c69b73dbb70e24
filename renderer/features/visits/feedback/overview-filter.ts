import type { feedbackProcedures } from '#shared/features/visits/feedback-contract.ts';
import type { CallInput } from '#shared/rpc/procedure.ts';
import { addDays, addMonths } from '#shared/values/dates.ts';
import { dateOrNull, type TypedDays } from '../../../app/days.ts';

export const periods = ['month', 'last-month', 'year', 'range'] as const;
export type Period = (typeof periods)[number];

export const shows = ['words', 'all'] as const;

/** The filters as a person sets them on the screen; the days are of the period `range`. */
export interface OverviewFilter extends TypedDays {
  period: Period;
  show: (typeof shows)[number];
}

export const firstOverviewFilter: OverviewFilter = { period: 'month', from: '', to: '', show: 'words' };

type Asked = Omit<CallInput<typeof feedbackProcedures.feedbackOverview>, 'before'>;

/** What the register is asked. @param today `YYYY-MM-DD` */
export function askedOverview(filter: OverviewFilter, today: string): Asked {
  return { ...daysOf(filter, today), onlyWords: filter.show === 'words' };
}

/** The first and the last day that a period means; of one that goes on, until today. */
function daysOf({ period, from, to }: OverviewFilter, today: string): Pick<Asked, 'from' | 'to'> {
  const month = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'month':
      return { from: month, to: today };
    case 'last-month':
      return { from: addMonths(month, -1), to: addDays(month, -1) };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'range':
      return { from: dateOrNull(from), to: dateOrNull(to) };
  }
}
