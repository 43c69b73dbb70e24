import { formProblems } from '../../../app/form-problems.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import type { VisitFormApi } from './visit-form-api.ts';

/** What is still wrong, in the order of the panel. */
export function useVisitProblems(form: VisitFormApi): FieldProblem[] {
  const t = useTexts();
  const { errors } = form.formState;
  const lines = form.getValues('lines').flatMap((_line, index) => {
    const number = index + 1;
    return [
      [`lines.${index}.name`, t('visits:log.lineName', { number })],
      [`lines.${index}.quantity`, t('visits:log.quantity', { number })],
      [`lines.${index}.unitPriceCents`, t('visits:log.unitPrice', { number })],
      [`lines.${index}.discount`, t('visits:log.discount', { number })],
    ] as const;
  });
  // Without a service there is no line either: one thing to mend, not two.
  const noLines = errors.lines && lines.length === 0 && !errors.serviceId;
  return formProblems(errors, {
    date: t('visits:log.date'),
    time: t('visits:log.time'),
    serviceId: t('visits:log.service'),
    practitionerId: t('visits:log.practitioner'),
    ...Object.fromEntries(lines),
    ...(noLines ? { lines: t('visits:log.price') } : {}),
    paymentMethod: t('visits:log.payment'),
    note: t('visits:log.note'),
  });
}
