import { useWatch } from 'react-hook-form';
import { totalOf } from '#shared/features/visits/totals.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { payments } from './last-payment.ts';
import { Step } from './step.tsx';
import { countable } from './visit-form.ts';
import type { VisitFormApi } from './visit-form-api.ts';

/** How it was paid: asked only when something was charged. The method used last is chosen to begin with. */
export function PaymentStep({ form }: { form: VisitFormApi }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const total = totalOf(countable(useWatch({ control: form.control, name: 'lines' })));
  if (total === 0) return null;
  return (
    <Step title={t('visits:log.payment')}>
      <Controlled control={form.control} name="paymentMethod" errorText={ofIssue}>
        {(field) => (
          <ChoiceChips
            {...field}
            label={t('visits:log.payment')}
            isLabelHidden
            small
            choices={payments.map((value) => ({ value, label: t(`words:payments.${value}`) }))}
          />
        )}
      </Controlled>
    </Step>
  );
}
