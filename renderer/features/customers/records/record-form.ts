import type { Source } from '#shared/features/customers/contract.ts';
import { type RecordInput, recordSchema } from '#shared/features/customers/records.ts';
import { type IssueCode, issuesByField } from '#shared/rpc/issue-codes.ts';
import { homeCountry } from '#shared/values/country.ts';

/** What can be recorded beside the form, in the order of the choices. */
export const recordTypes = [
  'note',
  'guardian',
  'invoicing',
  'temporary',
  'former-address',
  'former-name',
  'other-name',
  'credit-check',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** What the panel holds while it is being filled in, of every type at once: changing the type loses nothing. */
export interface RecordValues {
  type: RecordType | null;
  text: string;
  otherId: string;
  recipient: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  validFrom: string;
  validUntil: string;
  lastName: string;
  firstNames: string;
  result: 'clear' | 'payment-default' | 'unknown' | null;
  checkedOn: string;
  reference: string;
  provider: string;
  source: Source | null;
}

export const emptyRecord: RecordValues = {
  type: null,
  text: '',
  otherId: '',
  recipient: '',
  street: '',
  postalCode: '',
  city: '',
  country: homeCountry,
  validFrom: '',
  validUntil: '',
  lastName: '',
  firstNames: '',
  result: null,
  checkedOn: '',
  reference: '',
  provider: '',
  source: null,
};

/** Whether something was typed or found: what is chosen with one key is soon chosen again. */
export function hasTyped(values: RecordValues): boolean {
  const chosen = ['type', 'source', 'result', 'country'];
  return Object.entries(values).some(([field, value]) => !chosen.includes(field) && value !== '');
}

const address = { invoicing: 'invoicing', temporary: 'temporary', 'former-address': 'former' } as const;
const name = { 'former-name': 'former', 'other-name': 'other' } as const;

/** What the contract takes. What is not chosen yet is left for the schema to miss. */
function recordOf(values: RecordValues): unknown {
  const { type, validFrom, validUntil } = values;
  switch (type) {
    case null:
      return null;
    case 'note':
      return { kind: 'note', text: values.text };
    case 'guardian':
      return { kind: 'guardian', otherId: values.otherId, validFrom, validUntil };
    case 'credit-check': {
      const { result, checkedOn, reference, provider } = values;
      return { kind: 'credit-check', result, checkedOn, reference, provider };
    }
    case 'former-name':
    case 'other-name':
      return { kind: 'name', use: name[type], lastName: values.lastName, firstNames: values.firstNames };
    default: {
      const { recipient, street, postalCode, city, country } = values;
      const place = { recipient, street, postalCode, city, country };
      return { kind: 'address', use: address[type], ...place, validFrom, validUntil };
    }
  }
}

export type FieldErrors = Readonly<Record<string, IssueCode>>;

/** The record and its source as the contract takes them, or what is wrong by field. */
export function readRecord(
  values: RecordValues,
): { ok: true; record: RecordInput; source: Source } | { ok: false; errors: FieldErrors } {
  const record = recordOf(values);
  const parsed = recordSchema.safeParse(record);
  const missing: Record<string, IssueCode> = {};
  if (values.type === null) missing.type = 'choose-answer';
  if (values.type === 'guardian' && values.otherId === '') missing.otherId = 'required';
  if (values.source === null) missing.source = 'choose-source';
  if (parsed.success && values.source !== null) {
    return { ok: true, record: record as RecordInput, source: values.source };
  }
  const issues = values.type === null || parsed.success ? {} : issuesByField(parsed.error.issues);
  return { ok: false, errors: { ...issues, ...missing } };
}
