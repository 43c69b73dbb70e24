import { formatDate, isoDateSchema } from '#shared/values/dates.ts';
import { type Role, roleSchema } from '#shared/values/roles.ts';
import type { Translate } from '../../locales/use-texts.ts';

/** Whose account an event was about, what it was before and after, and who decided it. */
export function accountText(t: Translate, details: Readonly<Record<string, unknown>>): string {
  const { name, before, after, decidedBy } = details;
  const change = after === undefined ? '' : `${valueText(t, before)} → ${valueText(t, after)}`;
  const decision = typeof decidedBy === 'string' ? t('audit:details.decidedBy', { name: decidedBy }) : '';
  return [typeof name === 'string' ? name : '', change, decision].filter(Boolean).join(', ');
}

function valueText(t: Translate, value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter(isRole)
      .map((role) => t(`words:roles.${role}`))
      .join(', ');
  if (typeof value !== 'string') return '–';
  return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
}

function isRole(value: unknown): value is Role {
  return roleSchema.safeParse(value).success;
}
