import type {
  ConsentMarks,
  CustomerCard,
  CustomerHit,
  GroupMember,
} from '#shared/features/customers/contract.ts';
import type { ShownRecord } from '#shared/features/customers/records.ts';
import { maskHetu } from '#shared/values/hetu.ts';
import type { CustomerDetails } from './rules.ts';
import type { FoundCustomer } from './search-hits.ts';
import type { Customer } from './store.ts';

type ContactDetails = Pick<CustomerDetails, 'phone' | 'email' | 'street' | 'postalCode' | 'city' | 'country'>;

/** How the customer is reached. The country of an address tells little, and the form needs one. */
export function contactDetails(details: CustomerDetails): ContactDetails {
  const { phone, email, street, postalCode, city, country } = details;
  return { phone, email, street, postalCode, city, country };
}

/** The details without what turvakielto hides: every answer but `revealContact` is made from these. */
export function shownDetails(details: CustomerDetails): CustomerDetails {
  if (!details.contactProtected) return details;
  return { ...details, phone: null, email: null, street: null, postalCode: null, city: null, country: 'FI' };
}

/** One row of the list, written out: it is made fifty times at each key. @param marksOf reads what is kept of consents */
export function toHit(found: FoundCustomer, marksOf: (consents: string) => ConsentMarks): CustomerHit {
  const { id, number, lastName, firstNames, birthDate, language, phone } = found;
  const { contactProtected, isDeceased, isRestricted } = found;
  const marks = marksOf(found.consents);
  return {
    id,
    number,
    lastName,
    firstNames,
    birthDate,
    language,
    phone,
    contactProtected,
    isDeceased,
    isRestricted,
    marks,
  };
}

/** One row of a group's list. */
export function toMember({ id, number, details, restriction }: Customer): GroupMember {
  const shown = shownDetails(details);
  return {
    id,
    number,
    lastName: shown.lastName,
    firstNames: shown.firstNames,
    birthDate: shown.birthDate,
    phone: shown.phone,
    contactProtected: shown.contactProtected,
    isDeceased: details.deceasedOn !== null,
    isRestricted: restriction !== null,
  };
}

/** What the card and the form of the same customer both show; the identity code is their difference. */
export function commonPart(customer: Customer): Omit<CustomerCard, 'maskedHetu' | 'records' | 'wards'> {
  const { hetu: _, ...shown } = shownDetails(customer.details);
  return {
    id: customer.id,
    version: customer.version,
    number: customer.number,
    ...shown,
    restriction: customer.restriction,
    source: customer.source,
    sourceAt: customer.sourceAt,
    createdAt: customer.created.at,
    updatedAt: customer.updated.at,
    updatedBy: customer.updated.byName,
  };
}

const contactFields: readonly string[] = ['phone', 'email', 'street', 'postalCode', 'city', 'country'];

/**
 * The history names old values like the card does: identity codes with the end masked, and of a customer whose contact
 * details are protected neither the present nor earlier ones.
 */
export function shownValue(field: string, value: string | null, isProtected: boolean): string | null {
  if (value === null) return null;
  if (field === 'hetu') return maskHetu(value);
  return isProtected && contactFields.includes(field) ? hidden : value;
}

/** Stands for a value that is there and not shown. */
const hidden = '••••';

/** A record without what turvakielto hides. */
export function shownRecord<R extends ShownRecord | null>(record: R, isProtected: boolean): R {
  if (!isProtected || record?.kind !== 'address') return record;
  return { ...record, recipient: null, street: null, postalCode: null, city: null, country: 'FI' };
}
