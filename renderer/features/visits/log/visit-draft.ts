import { z } from 'zod';
import { paymentMethodSchema, visitKindSchema } from '#shared/features/visits/kinds.ts';
import type { VisitForm } from './visit-form.ts';

/** JSON has no `NaN`, which stands for an amount that is still being typed. */
const amount = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

const visitDraftSchema = z.object({
  date: z.string(),
  time: z.string(),
  kind: visitKindSchema,
  serviceId: z.string().nullable(),
  practitionerId: z.string().nullable(),
  lines: z.array(
    z.object({
      id: z.string(),
      itemId: z.string().nullable(),
      name: z.string(),
      quantity: amount,
      unitPriceCents: amount,
      vatRate: z.number(),
      discount: z.string(),
    }),
  ),
  paymentMethod: paymentMethodSchema,
  note: z.string(),
});

/** What a draft of a visit holds; null when it is none that this version of the form can read. */
export function visitDraft(values: unknown): VisitForm | null {
  return visitDraftSchema.safeParse(values).data ?? null;
}
