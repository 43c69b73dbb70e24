import { z } from 'zod';
import { command, desk, query } from '../../rpc/procedure.ts';
import { isoDateSchema, parseBirthDate, today } from '../../values/dates.ts';
import { optionalEmailSchema } from '../../values/email.ts';
import { birthDateOfHetu, optionalHetuSchema, parseHetu } from '../../values/hetu.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { optionalPhoneSchema } from '../../values/phone.ts';
import { optionalPostalCodeSchema } from '../../values/postal-code.ts';
import { optionalText, optionalValue, requiredText } from '../../values/text.ts';
import { consentEntrySchema } from '../consents/entry.ts';
import { consentStateSchema } from '../consents/purposes.ts';

/** Sex as the customer tells it; it is asked and never read from the identity code. */
export const sexes = ['female', 'male', 'other', 'undisclosed'] as const;
export type Sex = (typeof sexes)[number];

/** Where a group of data came from (GDPR Art. 14(2)(f), 15(1)(g)). */
export const sources = ['customer', 'guardian', 'referral', 'employer', 'population-register'] as const;
export type Source = (typeof sources)[number];

/** The customer form: the same schema checks the screen and the contract. */
export const customerFormSchema = z
  .strictObject({
    hetu: optionalHetuSchema,
    birthDate: optionalValue(20, (text) => parseBirthDate(text, today())),
    sex: z.enum(sexes, { error: 'choose-sex' }),
    lastName: requiredText(80),
    firstNames: requiredText(120),
    nameInUse: optionalText(60),
    language: languageSchema,
    phone: optionalPhoneSchema,
    email: optionalEmailSchema,
    street: optionalText(120),
    postalCode: optionalPostalCodeSchema,
    city: optionalText(60),
    source: z.enum(sources, { error: 'choose-source' }),
  })
  .superRefine(
    (form, context) => {
      const { hetu, birthDate } = form;
      if (hetu === null && birthDate === null) {
        context.addIssue({ code: 'custom', message: 'birth-date-or-hetu', path: ['birthDate'] });
      }
      if (areKnown(hetu, birthDate) && birthDateOfHetu(hetu ?? '') !== birthDate) {
        context.addIssue({ code: 'custom', message: 'hetu-and-birth-date-differ', path: ['birthDate'] });
      }
      const address = [form.street, form.postalCode, form.city];
      const missing = (['street', 'postalCode', 'city'] as const)[address.indexOf(null)];
      if (missing && address.some((part) => part !== null)) {
        context.addIssue({ code: 'custom', message: 'address-incomplete', path: [missing] });
      }
    },
    // a person sees everything that is wrong at once, so this runs also when single fields are wrong
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );

/** A field that is wrong by itself holds something else than its value, and says nothing about the other. */
function areKnown(hetu: unknown, birthDate: unknown): boolean {
  return typeof hetu === 'string' && parseHetu(hetu).ok && isoDateSchema.safeParse(birthDate).success;
}

/** What the form holds while it is being filled in. */
export type CustomerFormInput = z.input<typeof customerFormSchema>;
export type CustomerForm = z.output<typeof customerFormSchema>;

/** M K T P of the list: the state that the mark beside a name shows. */
const marks = z.object({
  marketing: consentStateSchema,
  surveys: consentStateSchema,
  research: consentStateSchema,
  healthProfile: consentStateSchema,
});
export type ConsentMarks = z.output<typeof marks>;

const hit = z.object({
  id: z.string(),
  number: z.int(),
  lastName: z.string(),
  firstNames: z.string(),
  birthDate: z.string(),
  phone: z.string().nullable(),
  language: languageSchema,
  marks,
});
export type CustomerHit = z.output<typeof hit>;

const card = z.object({
  id: z.string(),
  version: z.int(),
  number: z.int(),
  lastName: z.string(),
  firstNames: z.string(),
  nameInUse: z.string().nullable(),
  /** With the end masked; the whole code comes only from `revealHetu`. */
  maskedHetu: z.string().nullable(),
  birthDate: z.string(),
  sex: z.enum(sexes),
  language: languageSchema,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  source: z.enum(sources),
  sourceAt: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});
export type CustomerCard = z.output<typeof card>;

const looksLike = z.object({
  id: z.string(),
  number: z.int(),
  lastName: z.string(),
  firstNames: z.string(),
  birthDate: z.string(),
  phone: z.string().nullable(),
  street: z.string().nullable(),
  /** What is the same, strongest first. */
  same: z.array(z.enum(['hetu', 'name-and-birth-date', 'phone'])),
});
export type LooksLike = z.output<typeof looksLike>;

const change = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  field: z.string(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  source: z.enum(sources),
});

const ofCustomer = (input: { customerId: string }) => input.customerId;

export const customersContract = {
  /** Search as you type. Empty text: the customers that the caller had last. At most 50, in name order. */
  search: query({
    access: desk,
    input: z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50) }),
    output: z.object({ hits: z.array(hit), more: z.boolean() }),
    audit: { log: 'burst', count: (output) => output.hits.length },
  }),
  card: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: card,
    audit: { log: 'row', customer: ofCustomer, repeat: 'while-open' },
  }),
  revealHetu: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: z.object({ hetu: z.string().nullable() }),
    audit: { log: 'row', customer: ofCustomer },
  }),
  /** Customers who may be the same person as the one being registered; at most five. */
  similar: query({
    access: desk,
    input: z.strictObject({
      hetu: z.string().max(14),
      lastName: z.string().max(80),
      firstNames: z.string().max(120),
      birthDate: z.string().max(20),
      phone: z.string().max(40),
      /** The customer being edited, who is not a duplicate of herself. */
      except: idSchema.nullable(),
    }),
    output: z.array(looksLike),
    audit: { log: 'burst', count: (output) => output.length },
  }),
  nextNumber: query({
    access: desk,
    input: z.strictObject({}),
    output: z.object({ number: z.int() }),
    audit: { log: 'none', why: 'a number that nobody has yet' },
  }),
  register: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      form: customerFormSchema,
      /** The answers given at the desk; purposes that were not asked are left out. */
      consents: z.array(consentEntrySchema).max(5, 'invalid'),
    }),
    output: z.object({ id: z.string(), number: z.int() }),
    audit: { log: 'row', customer: (input) => input.id },
    stale: ['customers', 'consents', 'audit'],
  }),
  /** Changes the customer's details; every old value stays in the history. */
  edit: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, expectedVersion: z.int(), form: customerFormSchema }),
    output: z.object({ version: z.int() }),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['customers', 'audit'],
  }),
  /** The form's values for editing: the only answer besides `revealHetu` that holds the whole code. */
  forEditing: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: card.omit({ maskedHetu: true }).extend({ hetu: z.string().nullable() }),
    audit: { log: 'row', customer: ofCustomer, repeat: 'while-open' },
  }),
  history: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: z.array(change),
    audit: { log: 'row', customer: ofCustomer, repeat: 'while-open' },
  }),
};
