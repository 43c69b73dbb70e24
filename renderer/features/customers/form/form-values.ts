import { z } from 'zod';
import {
  type CustomerFormInput,
  customerFormSchema,
  type Sex,
  type Source,
} from '#shared/features/customers/contract.ts';
import { homeCountry } from '#shared/values/country.ts';
import { formatPhone } from '#shared/values/phone.ts';

/** What the form holds while it is being filled in: nothing is chosen until the person chooses. */
export interface CustomerValues {
  form: Omit<CustomerFormInput, 'sex' | 'source'> & { sex: Sex | null; source: Source | null };
}

export type FieldName = keyof CustomerFormInput;

/** The contract's own schema, one level down, so that a field's path is the same in both. */
export const customerValuesSchema = z.object({ form: customerFormSchema });

/** The order of the fields on the screen. */
export const fieldOrder = [
  'hetu',
  'birthDate',
  'sex',
  'lastName',
  'firstNames',
  'nameInUse',
  'phone',
  'email',
  'language',
  'street',
  'postalCode',
  'city',
  'source',
  'country',
  'contactProtected',
  'onlineUserName',
  'deceasedOn',
] as const satisfies readonly FieldName[];

export const emptyForm: CustomerValues['form'] = {
  hetu: '',
  birthDate: '',
  sex: null,
  lastName: '',
  firstNames: '',
  nameInUse: '',
  language: 'fi',
  phone: '',
  email: '',
  street: '',
  postalCode: '',
  city: '',
  country: homeCountry,
  onlineUserName: '',
  contactProtected: false,
  deceasedOn: '',
  source: null,
};

/** A stored customer as the form shows it. */
export type StoredForm = { [F in Exclude<FieldName, Chosen>]: string | null } & Pick<
  CustomerFormInput,
  Chosen
>;

type Chosen = 'sex' | 'source' | 'language' | 'country' | 'contactProtected';

export function formOf(stored: StoredForm): CustomerValues['form'] {
  return {
    hetu: stored.hetu ?? '',
    birthDate: stored.birthDate ?? '',
    sex: stored.sex,
    lastName: stored.lastName ?? '',
    firstNames: stored.firstNames ?? '',
    nameInUse: stored.nameInUse ?? '',
    language: stored.language,
    phone: stored.phone === null ? '' : formatPhone(stored.phone),
    email: stored.email ?? '',
    street: stored.street ?? '',
    postalCode: stored.postalCode ?? '',
    city: stored.city ?? '',
    country: stored.country,
    onlineUserName: stored.onlineUserName ?? '',
    contactProtected: stored.contactProtected,
    deceasedOn: stored.deceasedOn ?? '',
    source: stored.source,
  };
}

/** Whether a field of the closed section holds something: then the section stands open. */
export function hasFurther(form: CustomerValues['form']): boolean {
  const further = ['country', 'contactProtected', 'onlineUserName', 'deceasedOn'] as const;
  return further.some((field) => form[field] !== emptyForm[field]);
}
