import { z } from 'zod';
import { purposeSchema } from '#shared/features/consents/purposes.ts';

const wordingDraftSchema = z.object({
  purpose: purposeSchema,
  /** The version in force when it was written. */
  wordingId: z.string(),
  form: z.object({
    texts: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    validMonths: z.string(),
  }),
});

/** What a draft of a wording holds; null when it is none that this version of the form can read. */
export function wordingDraft(values: unknown): z.output<typeof wordingDraftSchema> | null {
  return wordingDraftSchema.safeParse(values).data ?? null;
}
