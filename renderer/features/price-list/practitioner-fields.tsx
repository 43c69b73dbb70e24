import type { Control } from 'react-hook-form';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Controlled } from '../../ui/form/controlled.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActiveTimeFields } from './active-time-fields.tsx';
import type { PractitionerForm, ReadPractitioner } from './practitioner-form.ts';

interface PractitionerFieldsProps {
  control: Control<PractitionerForm, unknown, ReadPractitioner>;
  isNew: boolean;
}

/** Name, and from when to when the practitioner serves customers. */
export function PractitionerFields({ control, isNew }: PractitionerFieldsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  return (
    <>
      <Controlled {...bind} name="name">
        {(field) => (
          <TextField
            autoFocus={isNew}
            maxLength={80}
            label={t('prices:practitioner.name')}
            help={t('prices:practitioner.nameHelp')}
            {...field}
          />
        )}
      </Controlled>
      <ActiveTimeFields control={control} />
    </>
  );
}
