import { z } from 'zod';
import { command, desk, managers, query } from '../../rpc/procedure.ts';
import { countrySchema } from '../../values/country.ts';
import { isoDateSchema, parseBirthDate, today } from '../../values/dates.ts';
import { optionalEmailSchema } from '../../values/email.ts';
import { birthDateOfHetu, optionalHetuSchema, parseHetu } from '../../values/hetu.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { optionalPhoneSchema } from '../../values/phone.ts';
import { optionalLine, optionalText, optionalValue, requiredLine, requiredText } from '../../values/text.ts';
import { consentEntrySchema } from '../consents/entry.ts';
import { consentStateSchema } from '../consents/purposes.ts';
import { addressProblems } from './address.ts';
import { recordSchema, shownRecordSchema } from './records.ts';

/** Sex as the customer tells it; it is asked and never read from the identity code. */
export const sexes = ['female', 'male', 'other', 'undisclosed'] as const;
export type Sex = (typeof sexes)[number];

/** Where what stands on the customer form may come from. */
export const formSources = [
  'customer',
  'guardian',
  'relative',
  'referral',
  'employer',
  'population-register',
] as const;

/** Where a group of data came from (GDPR Art. 14(2)(f), 15(1)(g)). */
export const sources = [...formSources, 'staff', 'credit-agency', 'online-shop', 'import'] as const;
export type Source = (typeof sources)[number];

/** The customer form: the same schema checks the screen and the contract. */
export const customerFormSchema = z
  .strictObject({
    hetu: optionalHetuSchema,
    birthDate: optionalValue(20, (text) => parseBirthDate(text, today())),
    sex: z.enum(sexes, { error: 'choose-sex' }),
    lastName: requiredLine(80),
    firstNames: requiredLine(120),
    nameInUse: optionalLine(60),
    language: languageSchema,
    phone: optionalPhoneSchema,
    email: optionalEmailSchema,
    street: optionalLine(120),
    postalCode: optionalLine(10),
    city: optionalLine(60),
    country: countrySchema,
    onlineUserName: optionalText(80),
    /** Turvakielto: phone, e-mail and addresses are shown only for a reason. */
    contactProtected: z.boolean(),
    deceasedOn: optionalValue(20, (text) => parseBirthDate(text, today())),
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
      for (const { field, message } of addressProblems(form)) {
        context.addIssue({ code: 'custom', message, path: [field] });
      }
      if (isBefore(form.deceasedOn, birthDate)) {
        context.addIssue({ code: 'custom', message: 'date-too-early', path: ['deceasedOn'] });
      }
    },
    // a person sees everything that is wrong at once, so this runs also when single fields are wrong
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );

function isBefore(date: unknown, earliest: unknown): boolean {
  const areDates = [date, earliest].every((one) => isoDateSchema.safeParse(one).success);
  return areDates && String(date) < String(earliest);
}

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
  /** Null when there is none or it is protected. */
  phone: z.string().nullable(),
  contactProtected: z.boolean(),
  isDeceased: z.boolean(),
  isRestricted: z.boolean(),
  language: languageSchema,
  marks,
});
export type CustomerHit = z.output<typeof hit>;

const contactDetails = {
  phone: z.string().nullable(),
  email: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
};

/** Who said it and when, and who wrote it down. */
const recorded = {
  id: z.string(),
  source: z.enum(sources),
  sourceAt: z.string(),
  recordedBy: z.string(),
};

const someone = z.object({
  customerId: z.string(),
  number: z.int(),
  lastName: z.string(),
  firstNames: z.string(),
});

const recordOnCard = z.object({
  ...recorded,
  record: shownRecordSchema,
  /** The guardian, when the record names one. */
  other: someone.nullable(),
  /** The group, when the record says that the customer belongs to one. */
  groupId: z.string().nullable(),
});
export type RecordOnCard = z.output<typeof recordOnCard>;

const ward = someone.extend({
  birthDate: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
});
export type Ward = z.output<typeof ward>;

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
  /** Protected contact details are null here and come only from `revealContact`. */
  ...contactDetails,
  contactProtected: z.boolean(),
  onlineUserName: z.string().nullable(),
  deceasedOn: z.string().nullable(),
  /** Processing restricted (GDPR Art. 18) from an instant, on a ground that a manager wrote. */
  restriction: z.object({ since: z.string(), ground: z.string() }).nullable(),
  /** Further names and addresses, notes, credit checks, groups and guardians, in the order of their coming. */
  records: z.array(recordOnCard),
  /** The minors whose guardian the customer is. */
  wards: z.array(ward),
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
  contactProtected: z.boolean(),
  /** What is the same, strongest first. */
  same: z.array(z.enum(['hetu', 'name-and-birth-date', 'phone'])),
});
export type LooksLike = z.output<typeof looksLike>;

const change = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  /** A field of the form, or `restriction`, or the kind of a record. */
  field: z.string(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  /** The record that went or came; of fields both are null. */
  oldRecord: shownRecordSchema.nullable(),
  newRecord: shownRecordSchema.nullable(),
  /** The guardian, when the record names one. */
  other: someone.nullable(),
  source: z.enum(sources),
});
export type CustomerChange = z.output<typeof change>;

/** How far a history was read: its oldest change of a field and of a record seen so far; null before the first. */
const historyPlace = z.strictObject({ field: idSchema.nullable(), record: idSchema.nullable() });
export type HistoryPlace = z.output<typeof historyPlace>;

const group = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  isRetired: z.boolean(),
  members: z.int(),
});
export type CustomerGroup = z.output<typeof group>;

/** A customer in the list of a group: of protected contact details nothing, as in the search. */
const member = hit.omit({ marks: true, language: true });
export type GroupMember = z.output<typeof member>;

const groupChange = z.object({
  id: z.string(),
  field: z.enum(['added', 'name', 'retired', 'reinstated']),
  /** Names; null where there is none to tell. */
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  at: z.string(),
  by: z.string(),
});
export type GroupChange = z.output<typeof groupChange>;

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
  /**
   * Protected contact details, for a reason that the log keeps. A command although it changes nothing: only a
   * command's row can hold the reason.
   */
  revealContact: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, reason: requiredText(200) }),
    output: z.object({ ...contactDetails, records: z.array(recordOnCard) }),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['audit'],
    isRepeatable: true,
    whileRestricted: 'it shows data and changes none',
  }),
  /** From now on every change needs the request to which it belongs (GDPR Art. 18(1)). */
  restrict: command({
    access: managers,
    input: z.strictObject({ customerId: idSchema, ground: requiredText(200) }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['customers', 'consents', 'audit'],
    whileRestricted: 'a manager corrects the ground of the restriction itself',
  }),
  /** The customer is told before a restriction is lifted (GDPR Art. 18(3)); `reason` says how and why. */
  liftRestriction: command({
    access: managers,
    input: z.strictObject({ customerId: idSchema, reason: requiredText(200) }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['customers', 'consents', 'audit'],
    whileRestricted: 'it ends the restriction, for a reason of its own',
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
  /** Changes the customer's details, on which also hangs who may be contacted; old values stay in the history. */
  edit: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, expectedVersion: z.int(), form: customerFormSchema }),
    output: z.object({ version: z.int() }),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['customers', 'consents', 'audit'],
  }),
  /** The form's values for editing: the only answer besides `revealHetu` that holds the whole code. */
  forEditing: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: card
      .omit({ maskedHetu: true, records: true, wards: true })
      .extend({ hetu: z.string().nullable() }),
    audit: { log: 'row', customer: ofCustomer, repeat: 'while-open' },
  }),
  /** Adds a name, an address, a note, a credit check or a guardian. */
  addRecord: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      customerId: idSchema,
      record: recordSchema,
      source: z.enum(sources, { error: 'choose-source' }),
    }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer, entity: ({ id }) => ({ type: 'customer-record', id }) },
    stale: ['customers', 'consents', 'audit'],
  }),
  /** Takes a record away; the history keeps what it was. A correction takes away and adds. */
  removeRecord: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, id: idSchema }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer, entity: ({ id }) => ({ type: 'customer-record', id }) },
    stale: ['customers', 'consents', 'audit'],
  }),
  /** Puts back what one took away by mistake just now, with the source, the time and the recorder that it had. */
  restoreRecord: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, id: idSchema }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer, entity: ({ id }) => ({ type: 'customer-record', id }) },
    stale: ['customers', 'consents', 'audit'],
  }),
  /** The words by which the office groups its customers. */
  groups: query({
    access: desk,
    input: z.strictObject({}),
    output: z.array(group),
    audit: { log: 'none', why: 'words of the office and how many customers each has' },
  }),
  addGroup: command({
    access: managers,
    input: z.strictObject({ id: idSchema, name: requiredText(40) }),
    output: z.object({}),
    audit: { log: 'row', entity: ({ id }) => ({ type: 'customer-group', id }) },
    stale: ['customers', 'audit'],
  }),
  /** The customers of a group in name order, 50 at a time. */
  groupMembers: query({
    access: desk,
    input: z.strictObject({
      groupId: idSchema,
      /** The last one seen, as seen: the place holds also when that customer has another name by now, or is gone. */
      after: z
        .strictObject({ lastName: requiredText(80), firstNames: requiredText(120), id: idSchema })
        .nullable(),
    }),
    output: z.object({ members: z.array(member), more: z.boolean() }),
    audit: { log: 'row', entity: ({ groupId }) => ({ type: 'customer-group', id: groupId }) },
  }),
  /** What a group has been called and when it was in use, newest first. */
  groupChanges: query({
    access: managers,
    input: z.strictObject({ groupId: idSchema }),
    output: z.array(groupChange),
    audit: { log: 'none', why: 'words of the office, about no customer' },
  }),
  /** A retired group is no longer offered; who is in it stays in it. */
  editGroup: command({
    access: managers,
    input: z.strictObject({
      id: idSchema,
      expectedVersion: z.int(),
      name: requiredText(40),
      isRetired: z.boolean(),
    }),
    output: z.object({}),
    audit: { log: 'row', entity: ({ id }) => ({ type: 'customer-group', id }) },
    stale: ['customers', 'audit'],
  }),
  /** The groups that the customer belongs to from now on. */
  setGroups: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, groupIds: z.array(idSchema).max(50, 'invalid') }),
    output: z.object({}),
    audit: { log: 'row', customer: ofCustomer },
    stale: ['customers', 'audit'],
  }),
  /** Every change of the customer's details and records, newest first, 50 at a time. */
  history: query({
    access: desk,
    /** `before`: the `end` of the page before. */
    input: z.strictObject({ customerId: idSchema, before: historyPlace.nullable() }),
    output: z.object({
      changes: z.array(change),
      more: z.boolean(),
      end: z.object({ field: z.string().nullable(), record: z.string().nullable() }),
    }),
    audit: { log: 'row', customer: ofCustomer, repeat: 'while-open' },
  }),
};
