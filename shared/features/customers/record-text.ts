import { countryName, homeCountry } from '../../values/country.ts';
import { formatDate } from '../../values/dates.ts';
import type { Language } from '../../values/language.ts';
import type { Words } from '../../words/fi.ts';
import type { ShownRecord } from './records.ts';

type RecordWords = Pick<Words, 'addressKinds' | 'nameKinds' | 'creditResults' | 'recordKinds'>;

/** What a record is: `Laskutusosoite`, `Entinen nimi`, `Muistiinpano`. */
export function recordTitle(record: ShownRecord, words: RecordWords): string {
  if (record.kind === 'address') return words.addressKinds[record.use];
  if (record.kind === 'name') return words.nameKinds[record.use];
  return words.recordKinds[record.kind];
}

/** What it says, on one line. Of a guardian only the time: the name is the other customer's. */
export function recordText(record: ShownRecord, words: RecordWords, language: Language): string {
  switch (record.kind) {
    case 'address': {
      const { recipient, street, postalCode, city, country } = record;
      const abroad = country === homeCountry ? null : countryName(country, language);
      const place = joined([postalCode, city], ' ');
      return joined([recipient, street, place, abroad, period(record)], ', ');
    }
    case 'name':
      return joined([record.lastName, record.firstNames], ' ');
    case 'note':
      return record.text;
    case 'credit-check': {
      const { result, checkedOn, provider, reference } = record;
      return joined([words.creditResults[result], formatDate(checkedOn), provider, reference], ', ');
    }
    case 'guardian':
      return period(record);
    case 'group':
      return record.name;
  }
}

/** `1.1.2026–31.3.2026`, with either side open; empty when both are. */
export function period({
  validFrom,
  validUntil,
}: {
  validFrom: string | null;
  validUntil: string | null;
}): string {
  if (validFrom === null && validUntil === null) return '';
  return `${validFrom ? formatDate(validFrom) : ''}–${validUntil ? formatDate(validUntil) : ''}`;
}

function joined(parts: readonly (string | null)[], sign: string): string {
  return parts.filter((part) => part).join(sign);
}
