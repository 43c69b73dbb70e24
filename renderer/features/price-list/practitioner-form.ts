import { z } from 'zod';
import type { ManagedPractitioner } from '#shared/features/visits/price-list-contract.ts';
import { requiredText } from '#shared/values/text.ts';
import { openDate } from './item-form.ts';

export const practitionerFormSchema = z
  .strictObject({ name: requiredText(80), activeFrom: openDate, activeUntil: openDate })
  .refine(({ activeFrom, activeUntil }) => !activeFrom || !activeUntil || activeFrom <= activeUntil, {
    error: 'date-too-early',
    path: ['activeUntil'],
  });
export type PractitionerForm = z.input<typeof practitionerFormSchema>;
export type ReadPractitioner = z.output<typeof practitionerFormSchema>;

export function practitionerForm(practitioner: ManagedPractitioner | null): PractitionerForm {
  return {
    name: practitioner?.name ?? '',
    activeFrom: practitioner?.activeFrom ?? '',
    activeUntil: practitioner?.activeUntil ?? '',
  };
}
