import { z } from 'zod';
import { vatClasses } from '#shared/features/visits/price-on.ts';
import { type ResumedDraft, useResumedOf } from '../../app/drafts/resumed.ts';
import type { ItemForm } from './item-form.ts';
import type { PractitionerForm } from './practitioner-form.ts';

export const views = ['service', 'product', 'practitioners', 'rates'] as const;
export type View = (typeof views)[number];

const priceListForms = [
  'visits.addItem',
  'visits.editItem',
  'visits.addPractitioner',
  'visits.renamePractitioner',
  'visits.setVatRate',
] as const;
export type PriceListForm = (typeof priceListForms)[number];

/** `id` of a form that makes a new row. */
export const newRow = {
  service: 'new service',
  product: 'new product',
  practitioners: 'new practitioner',
} as const;

const resumedSchema = z.object({
  view: z.enum(views),
  id: z.string(),
  version: z.int().nullable(),
  form: z.unknown(),
});

/** A draft that the page goes on with: whose form it is, the version that it began from, and what was typed. */
export type ResumedForm = z.output<typeof resumedSchema> & { readonly draft: ResumedDraft };

export function useResumedForm(): ResumedForm | null {
  const draft = useResumedOf(priceListForms, null);
  return draft && resumedForm(draft);
}

/** Null for what this version of the page cannot read. */
function resumedForm(draft: ResumedDraft): ResumedForm | null {
  const kept = resumedSchema.safeParse(draft.values).data;
  return kept ? { ...kept, draft } : null;
}

const itemSchema = z.object({
  name: z.string(),
  minutes: z.string(),
  /** What was no amount yet came to be null. */
  unitPriceCents: z.number().nullable(),
  vatClass: z.enum(vatClasses).nullable(),
  validFrom: z.string(),
  activeFrom: z.string(),
  activeUntil: z.string(),
});

export function itemDraft(form: unknown): ItemForm | null {
  return itemSchema.safeParse(form).data ?? null;
}

const practitionerSchema = z.object({
  name: z.string(),
  activeFrom: z.string(),
  activeUntil: z.string(),
}) satisfies z.ZodType<PractitionerForm>;

export function practitionerDraft(form: unknown): PractitionerForm | null {
  return practitionerSchema.safeParse(form).data ?? null;
}

const rateSchema = z.object({ rate: z.string(), validFrom: z.string() });

export function rateDraft(form: unknown): z.output<typeof rateSchema> | null {
  return rateSchema.safeParse(form).data ?? null;
}
