import { z } from 'zod';
import {
  type ItemKind,
  type ManagedItem,
  oldestPriceDate,
} from '#shared/features/visits/price-list-contract.ts';
import { priceOn, type VatClass, vatClassSchema } from '#shared/features/visits/price-on.ts';
import { addDays, isoDateSchema } from '#shared/values/dates.ts';
import { centsSchema } from '#shared/values/money.ts';
import { requiredText } from '#shared/values/text.ts';

/** Whole minutes as typed; empty is none. */
const minutesText = z.string().transform((text, context) => {
  const typed = text.trim();
  if (typed === '') return null;
  const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (minutes > 0) return minutes;
  context.addIssue({ code: 'custom', message: 'count-format' });
  return z.NEVER;
});

/** A day that may be left open; the field gives `YYYY-MM-DD`, or the text as typed. */
export const openDate = z.union([z.literal('').transform(() => null), isoDateSchema], {
  error: 'date-format',
});

export const itemFormSchema = z
  .strictObject({
    name: requiredText(80),
    minutes: minutesText,
    unitPriceCents: z
      .custom<number | null>()
      .pipe(centsSchema.min(0, 'out-of-range'))
      .refine((cents) => cents !== null, { error: 'required' }),
    vatClass: z.custom<VatClass | null>().pipe(vatClassSchema),
    validFrom: isoDateSchema.refine((date) => date >= oldestPriceDate, { error: 'date-too-early' }),
    activeFrom: openDate,
    activeUntil: openDate,
  })
  .refine(({ activeFrom, activeUntil }) => !activeFrom || !activeUntil || activeFrom <= activeUntil, {
    error: 'date-too-early',
    path: ['activeUntil'],
  });
export type ItemForm = z.input<typeof itemFormSchema>;
export type ReadItem = z.output<typeof itemFormSchema>;

/** Empty but for the day: nothing about a price is chosen for the manager. */
export function emptyItem(day: string): ItemForm {
  return {
    name: '',
    minutes: '',
    unitPriceCents: null,
    vatClass: null,
    validFrom: day,
    activeFrom: '',
    activeUntil: '',
  };
}

/**
 * An item as it stands, to be changed. A new price begins tomorrow unless somebody says otherwise: what is sold
 * today keeps today's price.
 */
export function formOf(item: ManagedItem, day: string): ItemForm {
  const price = priceOn(item.prices, day) ?? item.prices[0];
  return {
    name: item.name,
    minutes: item.minutes === null ? '' : String(item.minutes),
    unitPriceCents: price?.unitPriceCents ?? null,
    vatClass: price?.vatClass ?? null,
    validFrom: addDays(day, 1),
    activeFrom: item.activeFrom ?? '',
    activeUntil: item.activeUntil ?? '',
  };
}

/** Which of the three deeds of the log the form asks for. */
export function changesOf(item: ManagedItem, before: ItemForm, read: ReadItem) {
  return {
    isRenamed: read.name !== item.name || (item.kind === 'service' && read.minutes !== item.minutes),
    isRepriced: read.unitPriceCents !== before.unitPriceCents || read.vatClass !== before.vatClass,
    isRetimed: read.activeFrom !== item.activeFrom || read.activeUntil !== item.activeUntil,
  };
}

export const hasLength = (kind: ItemKind) => kind === 'service';
