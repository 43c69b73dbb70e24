import type { ConsentMarks, CustomerCard, CustomerHit } from '#shared/features/customers/contract.ts';
import { maskHetu } from '#shared/values/hetu.ts';
import type { Customer } from './store.ts';

const noneAsked: ConsentMarks = {
  marketing: 'not-asked',
  surveys: 'not-asked',
  research: 'not-asked',
  healthProfile: 'not-asked',
};

/** One row of the list. */
export function toHit(customer: Customer, marks: ReadonlyMap<string, ConsentMarks>): CustomerHit {
  const { id, number, details } = customer;
  return { id, number, ...details, marks: marks.get(id) ?? noneAsked };
}

/** What the card and the form of the same customer both show; the identity code is their difference. */
export function commonPart(customer: Customer): Omit<CustomerCard, 'maskedHetu'> {
  const { hetu: _, ...shown } = customer.details;
  return {
    id: customer.id,
    version: customer.version,
    number: customer.number,
    ...shown,
    source: customer.source,
    sourceAt: customer.sourceAt,
    createdAt: customer.created.at,
    updatedAt: customer.updated.at,
    updatedBy: customer.updated.byName,
  };
}

/** The history names old identity codes like the card does: with the end masked. */
export function shownValue(field: string, value: string | null): string | null {
  return field === 'hetu' && value !== null ? maskHetu(value) : value;
}
