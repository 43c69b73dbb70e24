import type { Mark } from '#shared/features/audit/unusual.ts';
import type { Translate } from '../../../locales/use-texts.ts';

/** Why a row was marked, in words. */
export function reasonText(t: Translate, { reason }: Mark): string {
  switch (reason.rule) {
    case 'own-family-name':
      return t('audit:log.mark.own-family-name');
    case 'many-cards':
      return t('audit:log.mark.many-cards', { cards: reason.cards, minutes: reason.minutes });
    case 'many-cards-in-day':
      return t('audit:log.mark.many-cards-in-day', { cards: reason.cards });
    case 'outside-hours':
      return reason.hours
        ? t('audit:log.mark.outside-hours', {
            from: clockText(reason.hours.from),
            to: clockText(reason.hours.to),
          })
        : t('audit:log.mark.closed-day');
  }
}

/** `07:00` → `7.00`. */
export function clockText(time: string): string {
  return time.replace(/^0/, '').replace(':', '.');
}
