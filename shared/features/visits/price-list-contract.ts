import { z } from 'zod';
import { command, desk, managers, query } from '../../rpc/procedure.ts';
import { isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { centsSchema, vatRateSchema } from '../../values/money.ts';
import { requiredText } from '../../values/text.ts';
import { vatClasses, vatClassSchema } from './price-on.ts';

export const itemKinds = ['service', 'product'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A service or a product of the price list; prices include VAT. */
const priceListItem = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  name: z.string(),
  /** Length of a service; null for products. */
  minutes: z.int().nullable(),
  unitPriceCents: z.int(),
  vatClass: z.enum(vatClasses),
  /** Basis points; 0 for health care, which is exempt (Arvonlisäverolaki 34 §). */
  vatRate: z.int(),
});
export type PriceListItem = z.output<typeof priceListItem>;

const activeTime = {
  /** First and last day in use, `YYYY-MM-DD`; null leaves that side open. */
  activeFrom: z.string().nullable(),
  activeUntil: z.string().nullable(),
};

const managedItem = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  name: z.string(),
  minutes: z.int().nullable(),
  ...activeTime,
  /** Oldest first; the future ones too. */
  prices: z.array(z.object({ validFrom: z.string(), unitPriceCents: z.int(), vatClass: z.enum(vatClasses) })),
  /** Whether some visit names it: then it is retired, never removed. */
  isUsed: z.boolean(),
  version: z.int(),
});
export type ManagedItem = z.output<typeof managedItem>;

const managedPractitioner = z.object({
  id: z.string(),
  name: z.string(),
  ...activeTime,
  isUsed: z.boolean(),
  version: z.int(),
});
export type ManagedPractitioner = z.output<typeof managedPractitioner>;

const vatRate = z.object({ vatClass: z.enum(vatClasses), validFrom: z.string(), rate: z.int() });
export type VatRate = z.output<typeof vatRate>;

const changeSubjects = ['item', 'practitioner', 'vat-rate'] as const;
export const changedFields = [
  'added',
  'name',
  'minutes',
  'price',
  'vatClass',
  'activeFrom',
  'activeUntil',
  'rate',
  'removed',
] as const;
export type ChangedField = (typeof changedFields)[number];

const priceListChange = z.object({
  id: z.string(),
  field: z.enum(changedFields),
  /** Of a price or a rate: from which day. */
  validFrom: z.string().nullable(),
  /** Cents, basis points, a date, a class or a name, as the field says. */
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  at: z.string(),
  by: z.string(),
});
export type PriceListChange = z.output<typeof priceListChange>;

/** The oldest day that the register knows rates for. */
export const oldestPriceDate = '2013-01-01';

const minutesSchema = z
  .int({ error: 'count-format' })
  .min(1, 'count-format')
  .max(999, 'count-format')
  .nullable();
const nameSchema = requiredText(80);
const firstDaySchema = isoDateSchema.refine((date) => date >= oldestPriceDate, { error: 'date-too-early' });
const priceFields = { unitPriceCents: centsSchema.min(0, 'out-of-range'), vatClass: vatClassSchema };
const versioned = { id: idSchema, expectedVersion: z.int() };
const times = { activeFrom: isoDateSchema.nullable(), activeUntil: isoDateSchema.nullable() };
const done = z.object({ id: z.string() });
const stale = ['visits', 'audit'] as const;

/** The exempt class has no rate to change. */
const taxedClassSchema = vatClassSchema.exclude(['exempt'], { error: 'not-a-choice' });

const aboutItem = {
  log: 'row' as const,
  entity: ({ id }: { id: string }) => ({ type: 'price-item', id }),
};
const aboutPractitioner = {
  log: 'row' as const,
  entity: ({ id }: { id: string }) => ({ type: 'practitioner', id }),
};
const aboutRate = {
  log: 'row' as const,
  entity: ({ vatClass }: { vatClass: string }) => ({ type: 'vat-rate', id: vatClass }),
};
const silent = { log: 'none' as const, why: "the clinic's own prices, no personal data of customers" };

/** What the clinic sells, for how much, with which VAT, and who serves the customers. */
export const priceListProcedures = {
  /**
   * What is in use on a date (today, when none is given), with the price and the rate that hold on it. Services
   * first, in the order of the number keys: the most used of the last 90 days, then as the manager has put them.
   */
  priceList: query({
    access: desk,
    input: z.strictObject({ date: isoDateSchema.optional() }),
    output: z.object({
      items: z.array(priceListItem),
      practitioners: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    audit: silent,
  }),
  /** Everything there is and has been, in the manager's order. */
  wholePriceList: query({
    access: managers,
    input: z.strictObject({}),
    output: z.object({
      items: z.array(managedItem),
      practitioners: z.array(managedPractitioner),
      rates: z.array(vatRate),
    }),
    audit: silent,
  }),
  /** Who changed what of one item, practitioner (`subjectId`: its id) or class of VAT, newest first. */
  priceListChanges: query({
    access: managers,
    input: z.strictObject({
      subject: z.enum(changeSubjects, { error: 'not-a-choice' }),
      subjectId: requiredText(36),
    }),
    output: z.array(priceListChange),
    audit: silent,
  }),
  addItem: command({
    access: managers,
    input: z.strictObject({
      id: idSchema,
      kind: z.enum(itemKinds, { error: 'not-a-choice' }),
      name: nameSchema,
      minutes: minutesSchema,
      validFrom: firstDaySchema,
      ...priceFields,
    }),
    output: done,
    audit: aboutItem,
    stale,
  }),
  editItem: command({
    access: managers,
    input: z.strictObject({ ...versioned, name: nameSchema, minutes: minutesSchema }),
    output: done,
    audit: aboutItem,
    stale,
  }),
  /** A price from today or a later day; one that was to begin on the same day is replaced. */
  setItemPrice: command({
    access: managers,
    input: z.strictObject({ ...versioned, validFrom: firstDaySchema, ...priceFields }),
    output: done,
    audit: aboutItem,
    stale,
  }),
  /** Takes back a price that has not begun. */
  removeItemPrice: command({
    access: managers,
    input: z.strictObject({ ...versioned, validFrom: firstDaySchema }),
    output: done,
    audit: aboutItem,
    stale,
  }),
  /** Retires an item with a last day, and takes it back into use without one. */
  setItemTimes: command({
    access: managers,
    input: z.strictObject({ ...versioned, ...times }),
    output: done,
    audit: aboutItem,
    stale,
  }),
  /** Only one that no visit names. */
  removeItem: command({
    access: managers,
    input: z.strictObject(versioned),
    output: done,
    audit: aboutItem,
    stale,
  }),
  /** All items of a kind in their new order, the retired ones too; anything else is a `conflict`. */
  orderItems: command({
    access: managers,
    input: z.strictObject({
      kind: z.enum(itemKinds, { error: 'not-a-choice' }),
      ids: z.array(idSchema).min(1, 'required').max(1000, 'too-long'),
    }),
    output: z.object({}),
    audit: { log: 'row' },
    stale,
  }),
  addPractitioner: command({
    access: managers,
    input: z.strictObject({ id: idSchema, name: nameSchema }),
    output: done,
    audit: aboutPractitioner,
    stale,
  }),
  renamePractitioner: command({
    access: managers,
    input: z.strictObject({ ...versioned, name: nameSchema }),
    output: done,
    audit: aboutPractitioner,
    stale,
  }),
  setPractitionerTimes: command({
    access: managers,
    input: z.strictObject({ ...versioned, ...times }),
    output: done,
    audit: aboutPractitioner,
    stale,
  }),
  removePractitioner: command({
    access: managers,
    input: z.strictObject(versioned),
    output: done,
    audit: aboutPractitioner,
    stale,
  }),
  /**
   * A rate from today or a later day, for every item of the class. `replaces` is the rate that the manager saw for
   * that very day, null when none: another one meanwhile is a `conflict`.
   */
  setVatRate: command({
    access: managers,
    input: z.strictObject({
      vatClass: taxedClassSchema,
      validFrom: firstDaySchema,
      rate: vatRateSchema.min(1, 'out-of-range'),
      replaces: z.int().nullable(),
    }),
    output: z.object({}),
    audit: aboutRate,
    stale,
  }),
  /** Takes back a rate that has not begun. */
  removeVatRate: command({
    access: managers,
    input: z.strictObject({ vatClass: taxedClassSchema, validFrom: firstDaySchema }),
    output: z.object({}),
    audit: aboutRate,
    stale,
  }),
};
