import { type ActiveTime, isActiveOn } from '#shared/features/visits/price-on.ts';
import { addDays, formatDate } from '#shared/values/dates.ts';
import type { Translate } from '../../locales/use-texts.ts';

/** Whether a person may be sold or served from now on; one whose last day is past is retired. */
export function isRetired({ activeUntil }: ActiveTime, day: string): boolean {
  return activeUntil !== null && activeUntil < day;
}

/** What is worth saying of an active time; null when it is simply in use. */
export function activeText(t: Translate, time: ActiveTime, day: string): string | null {
  const { activeFrom, activeUntil } = time;
  if (activeUntil !== null && activeUntil < day) {
    return t('prices:status.retired', { date: formatDate(addDays(activeUntil, 1)) });
  }
  if (activeFrom !== null && !isActiveOn({ activeFrom, activeUntil: null }, day)) {
    return t('prices:status.coming', { date: formatDate(activeFrom) });
  }
  return activeUntil === null ? null : t('prices:status.ending', { date: formatDate(activeUntil) });
}
