import { z } from 'zod';
import { customersContract, sexes, sources } from '#shared/features/customers/contract.ts';
import { languageSchema } from '#shared/values/language.ts';
import { type CustomerValues, emptyForm } from './form-values.ts';

const typedFormSchema = z.object({
  hetu: z.string(),
  birthDate: z.string(),
  sex: z.enum(sexes).nullable(),
  lastName: z.string(),
  firstNames: z.string(),
  nameInUse: z.string(),
  language: languageSchema,
  phone: z.string(),
  email: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  // drafts of earlier releases have no further details
  country: z.string().default(emptyForm.country),
  onlineUserName: z.string().default(''),
  contactProtected: z.boolean().default(false),
  deceasedOn: z.string().default(''),
  source: z.enum(sources).nullable(),
}) satisfies z.ZodType<CustomerValues['form']>;

const newCustomerSchema = z.object({ form: typedFormSchema });
const editSchema = z.object({ form: typedFormSchema, base: customersContract.forEditing.output });

/** What a draft of a new customer holds; null when it is none that this version of the form can read. */
export function newCustomerDraft(values: unknown): z.output<typeof newCustomerSchema> | null {
  return newCustomerSchema.safeParse(values).data ?? null;
}

/** The same of an edit, with the stored values that it began from: who saved meanwhile is noticed by them. */
export function editDraft(values: unknown): z.output<typeof editSchema> | null {
  return editSchema.safeParse(values).data ?? null;
}
