import type { UseFormReturn } from 'react-hook-form';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { EntryForm } from './entry-form.ts';
import { Step } from './step.tsx';

/** What makes the customer exception hold: what was sold, and what the customer was told and offered then. */
export function SaleStep({ form }: { form: UseFormReturn<EntryForm> }) {
  const t = useTexts();
  const faults = useFaultTexts();
  return (
    <Step name="sale">
      <Controlled control={form.control} name="sold" errorText={faults.ofIssue}>
        {(field) => (
          <TextField
            {...field}
            label={t('consents:sale.sold')}
            help={t('consents:sale.soldHelp')}
            maxLength={200}
          />
        )}
      </Controlled>
      {(['wasTold', 'couldRefuse'] as const).map((name) => (
        <Controlled key={name} control={form.control} name={name} errorText={faults.ofIssue}>
          {({ value, ...field }) => (
            <Checkbox {...field} isSelected={value}>
              {t(`consents:sale.${name}`)}
            </Checkbox>
          )}
        </Controlled>
      ))}
    </Step>
  );
}
