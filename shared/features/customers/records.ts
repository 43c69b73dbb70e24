import { z } from 'zod';
import { countrySchema } from '../../values/country.ts';
import { isoDateSchema, parseDate, today } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import {
  optionalLine,
  optionalText,
  optionalValue,
  requiredLine,
  requiredText,
  requiredValue,
} from '../../values/text.ts';
import { addressProblems } from './address.ts';

/** Addresses beside the home address. */
export const addressKinds = ['invoicing', 'temporary', 'former'] as const;
export type AddressKind = (typeof addressKinds)[number];

export const nameKinds = ['former', 'other'] as const;
export type NameKind = (typeof nameKinds)[number];

/** What a credit agency answered: nothing recorded, a payment default, or that it does not know the person. */
export const creditResults = ['clear', 'payment-default', 'unknown'] as const;
export type CreditResult = (typeof creditResults)[number];

const day = (text: string) => parseDate(text, today(), 'near');
const optionalDay = optionalValue(20, day);
const requiredDay = requiredValue(20, day);
const pastDay = requiredValue(20, (text) => {
  const parsed = day(text);
  return parsed.ok && parsed.value > today()
    ? { ok: false as const, issue: 'date-in-future' as const }
    : parsed;
});

const period = { validFrom: optionalDay, validUntil: optionalDay };

const address = z.strictObject({
  kind: z.literal('address'),
  use: z.enum(addressKinds),
  /** To whom, when it is not the customer. */
  recipient: optionalLine(120),
  street: requiredLine(120),
  postalCode: optionalLine(10),
  city: requiredLine(60),
  country: countrySchema,
  ...period,
});

const name = z.strictObject({
  kind: z.literal('name'),
  use: z.enum(nameKinds),
  lastName: optionalLine(80),
  firstNames: optionalLine(120),
});

const note = z.strictObject({ kind: z.literal('note'), text: requiredText(2000) });

const creditCheck = z.strictObject({
  kind: z.literal('credit-check'),
  result: z.enum(creditResults),
  checkedOn: pastDay,
  reference: optionalText(80),
  provider: requiredText(80),
});

const guardian = z.strictObject({
  kind: z.literal('guardian'),
  /** The customer who is the guardian. */
  otherId: idSchema,
  validFrom: requiredDay,
  validUntil: optionalDay,
});

/** What is recorded about a customer beside the form: it is added and taken away, never edited. */
export const recordSchema = z
  .discriminatedUnion('kind', [address, name, note, creditCheck, guardian])
  .superRefine((record, context) => {
    if (record.kind === 'name' && record.lastName === null && record.firstNames === null) {
      context.addIssue({ code: 'custom', message: 'required', path: ['lastName'] });
    }
    if (record.kind === 'address') {
      for (const { field, message } of addressProblems(record)) {
        // here the address is what is recorded: it cannot be left out instead
        const said = message === 'address-incomplete' ? 'required' : message;
        context.addIssue({ code: 'custom', message: said, path: [field] });
      }
    }
    if (
      'validUntil' in record &&
      record.validFrom &&
      record.validUntil &&
      record.validUntil < record.validFrom
    ) {
      context.addIssue({ code: 'custom', message: 'date-too-early', path: ['validUntil'] });
    }
  });
export type RecordInput = z.input<typeof recordSchema>;
export type CustomerRecord = z.output<typeof recordSchema>;

const nullable = z.string().nullable();

/** A record as it is shown; of protected addresses only that they are there and when they hold. */
export const shownRecordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('address'),
    use: z.enum(addressKinds),
    recipient: nullable,
    street: nullable,
    postalCode: nullable,
    city: nullable,
    country: z.string(),
    validFrom: nullable,
    validUntil: nullable,
  }),
  z.object({ kind: z.literal('name'), use: z.enum(nameKinds), lastName: nullable, firstNames: nullable }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({
    kind: z.literal('credit-check'),
    result: z.enum(creditResults),
    checkedOn: isoDateSchema,
    reference: nullable,
    provider: z.string(),
  }),
  z.object({
    kind: z.literal('guardian'),
    otherId: z.string(),
    validFrom: isoDateSchema,
    validUntil: nullable,
  }),
  /** The customer belongs to a group of the office's. */
  z.object({ kind: z.literal('group'), name: z.string() }),
]);
export type ShownRecord = z.output<typeof shownRecordSchema>;
