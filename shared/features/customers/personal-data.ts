import { z } from 'zod';
import { languageSchema } from '../../values/language.ts';
import { sexes, sources } from './contract.ts';
import { shownRecordSchema } from './records.ts';

/** The customer's basics in the access report and in the data given to take along (GDPR Art. 15 and 20). */
export const customersPersonalDataSchema = z.object({
  customerNumber: z.int(),
  lastName: z.string(),
  firstNames: z.string(),
  nameInUse: z.string().nullable(),
  /** Whole: the report shows the data unaltered. */
  hetu: z.string().nullable(),
  birthDate: z.string(),
  sex: z.enum(sexes),
  language: languageSchema,
  /** E.164. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string(),
  onlineUserName: z.string().nullable(),
  /** Turvakielto. */
  contactProtected: z.boolean(),
  deceasedOn: z.string().nullable(),
  /** Processing restricted since an instant (GDPR Art. 18). */
  restriction: z.object({ since: z.string(), ground: z.string() }).nullable(),
  source: z.enum(sources),
  /** UTC instant at which the source gave the data. */
  sourceAt: z.string(),
  registeredAt: z.string(),
  registeredBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  /** Further names and addresses, notes, credit checks, groups and guardians. */
  records: z.array(
    z.object({
      record: shownRecordSchema,
      source: z.enum(sources),
      sourceAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
  /** Minors whose guardian the customer is; who they are is theirs to ask. */
  guardianOf: z.array(
    z.object({ customerNumber: z.int(), validFrom: z.string(), validUntil: z.string().nullable() }),
  ),
  /** Records that came or went, newest first. */
  recordChanges: z.array(
    z.object({
      oldRecord: shownRecordSchema.nullable(),
      newRecord: shownRecordSchema.nullable(),
      source: z.enum(sources),
      changedAt: z.string(),
      changedBy: z.string(),
    }),
  ),
  /** Earlier values, newest change first. */
  changes: z.array(
    z.object({
      field: z.string(),
      oldValue: z.string().nullable(),
      newValue: z.string().nullable(),
      source: z.enum(sources),
      changedAt: z.string(),
      changedBy: z.string(),
    }),
  ),
});
export type CustomersPersonalData = z.output<typeof customersPersonalDataSchema>;
