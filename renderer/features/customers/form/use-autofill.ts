import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { homeCountry } from '#shared/values/country.ts';
import { birthDateOfHetu, parseHetu } from '#shared/values/hetu.ts';
import { isFinnishPostalCode } from '#shared/values/postal-code.ts';
import { cityOf } from '../../../app/city-of.ts';
import type { CustomerValues } from './form-values.ts';

type Filled = 'birthDate' | 'city';

interface Autofill {
  /** Fields whose value the program put in and nobody has changed since. */
  filled: ReadonlySet<Filled>;
  hetuTyped: (hetu: string) => void;
  postalCodeTyped: (postalCode: string) => Promise<void>;
  /** The person typed into the field: what stands there is theirs. */
  typed: (field: Filled) => void;
}

/** The identity code gives the birth date (never the sex) and the postal code the city, over nothing that was typed. */
export function useAutofill({
  getValues,
  setValue,
}: Pick<UseFormReturn<CustomerValues>, 'getValues' | 'setValue'>): Autofill {
  const [filled, setFilled] = useState<ReadonlySet<Filled>>(new Set());
  const mark = (field: Filled, isFilled: boolean) =>
    setFilled((all) => new Set(isFilled ? [...all, field] : [...all].filter((one) => one !== field)));
  const fill = (field: Filled, value: string) => {
    if (getValues(`form.${field}`) !== '' && !filled.has(field)) return;
    setValue(`form.${field}`, value, { shouldDirty: true, shouldValidate: value !== '' });
    mark(field, value !== '');
  };
  return {
    filled,
    hetuTyped: (typed) => {
      const hetu = parseHetu(typed);
      if (hetu.ok) fill('birthDate', birthDateOfHetu(hetu.value));
    },
    postalCodeTyped: async (typed) => {
      const postalCode = typed.trim();
      if (getValues('form.country') !== homeCountry || !isFinnishPostalCode(postalCode)) return;
      const city = await cityOf(postalCode, getValues('form.language'));
      if (city !== null && getValues('form.postalCode').trim() === postalCode) fill('city', city);
    },
    typed: (field) => mark(field, false),
  };
}
