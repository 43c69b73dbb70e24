import type { AuditEvent } from '#shared/features/audit/contract.ts';
import { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import { vatClassSchema } from '#shared/features/visits/price-on.ts';
import { formatDate } from '#shared/values/dates.ts';
import type { Translate } from '../../locales/use-texts.ts';

type Details = NonNullable<AuditEvent['details']>;

export function isPriceListAction(action: string): boolean {
  const [feature, name = ''] = action.split('.');
  return feature === 'visits' && Object.hasOwn(priceListProcedures, name);
}

/** Which item, practitioner or class was changed, and from which day a price or a rate holds. */
export function priceText(t: Translate, { name, vatClass, validFrom }: Details): string {
  const known = vatClassSchema.safeParse(vatClass);
  const what = known.success ? t(`prices:classes.${known.data}`) : name;
  const from = typeof validFrom === 'string' && t('prices:changes.from', { date: formatDate(validFrom) });
  return [typeof what === 'string' && what, from].filter(Boolean).join(', ');
}
