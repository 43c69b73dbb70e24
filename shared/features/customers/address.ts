import type { IssueCode } from '../../rpc/issue-codes.ts';
import { homeCountry } from '../../values/country.ts';
import { isFinnishPostalCode } from '../../values/postal-code.ts';

interface Address {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string;
}

type AddressField = 'street' | 'postalCode' | 'city';

/** All of an address or nothing; not every country has postal codes, and only Finnish ones are known to us. */
export function addressProblems({
  street,
  postalCode,
  city,
  country,
}: Address): { field: AddressField; message: IssueCode }[] {
  const isHome = country === homeCountry;
  if (isHome && typeof postalCode === 'string' && !isFinnishPostalCode(postalCode)) {
    return [{ field: 'postalCode', message: 'finnish-postal-code' }];
  }
  const parts = { street, ...(isHome && { postalCode }), city };
  if (street === null && postalCode === null && city === null) return [];
  const missing = (Object.keys(parts) as AddressField[]).find((part) => parts[part] === null);
  return missing ? [{ field: missing, message: 'address-incomplete' }] : [];
}
