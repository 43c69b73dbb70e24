import type { Sex, Source } from '#shared/features/customers/contract.ts';
import { countryName } from '#shared/values/country.ts';
import { formatDate, isoDateSchema } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { formatPhone, parsePhone } from '#shared/values/phone.ts';
import type { Translate } from '../../locales/use-texts.ts';

/** A stored or typed value of a field of the form as people read it; an empty one says so. */
export function valueText(t: Translate, field: string, value: string | boolean | null): string {
  if (typeof value === 'boolean') return valueText(t, field, value ? 'yes' : 'no');
  if (value === null || value === '') return t('customers:history.none');
  switch (field) {
    case 'sex':
      return t(`words:sexes.${value as Sex}`);
    case 'language':
      return t(`words:languages.${value as Language}`);
    case 'source':
      return t(`words:sources.${value as Source}`);
    case 'country':
      return countryName(value, document.documentElement.lang);
    case 'contactProtected':
      return t(value === 'yes' ? 'customers:history.yes' : 'customers:history.no');
    case 'birthDate':
    case 'deceasedOn':
      return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
    case 'phone': {
      const phone = parsePhone(value);
      return phone.ok ? formatPhone(phone.value) : value;
    }
    default:
      return value;
  }
}
