import type { LogPage } from '#shared/features/audit/log.ts';
import type { Translate } from '../../../locales/use-texts.ts';
import { numberText } from './number-text.ts';

/** What was found, at the end of the filters. */
export function countText(t: Translate, { count, found }: Pick<LogPage, 'count' | 'found'>): string {
  return [found && foundText(t, found), rowsText(t, count)].filter(Boolean).join(' · ');
}

/** How many rows there are, as far as they were counted; empty while that is not known. */
export function rowsText(t: Translate, count: LogPage['count'] | undefined): string {
  if (!count) return '';
  const { rows, is } = count;
  const shown = numberText(rows);
  if (is === 'over') return t('audit:log.count.over', { shown });
  if (is === 'at-least') return t('audit:log.count.atLeast', { shown });
  return t('audit:log.count.exactly', { count: rows, shown });
}

function foundText(t: Translate, { customers, people, isCut }: NonNullable<LogPage['found']>): string {
  if (customers + people === 0) return t('audit:log.found.none');
  const named = isCut
    ? t('audit:log.found.cut', { count: customers })
    : customers > 0 && t('audit:log.found.customers', { count: customers });
  return [named, people > 0 && t('audit:log.found.people', { count: people })].filter(Boolean).join(', ');
}
