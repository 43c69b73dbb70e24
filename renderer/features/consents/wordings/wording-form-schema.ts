import { z } from 'zod';
import { type Wording, wordingTextsSchema } from '#shared/features/consents/contract.ts';
import { parseMonths } from './months.ts';

/** The form of a new version: the texts as the contract takes them, the months as they are typed. */
export const wordingFormSchema = z.strictObject({
  texts: wordingTextsSchema,
  validMonths: z.string().transform((text, context) => {
    const months = parseMonths(text);
    if (months !== undefined) return months;
    context.addIssue({ code: 'custom', message: 'out-of-range' });
    return z.NEVER;
  }),
});
export type WordingFormInput = z.input<typeof wordingFormSchema>;
export type WordingFormOutput = z.output<typeof wordingFormSchema>;

/** The version in force, to be changed. */
export function startOf({ texts, validMonths }: Wording): WordingFormInput {
  return { texts: { ...texts }, validMonths: validMonths === null ? '' : String(validMonths) };
}
