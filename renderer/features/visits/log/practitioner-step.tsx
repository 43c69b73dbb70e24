import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { inOrderOfUse, lastPractitioner } from './last-practitioner.ts';
import { Step } from './step.tsx';
import type { VisitFormApi } from './visit-form-api.ts';

interface PractitionerStepProps {
  form: VisitFormApi;
  practitioners: readonly { id: string; name: string }[];
}

/** Who treated the customer; the one used last stands first. */
export function PractitionerStep({ form, practitioners }: PractitionerStepProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  return (
    <Step title={t('visits:log.practitioner')}>
      <Controlled control={form.control} name="practitionerId" errorText={ofIssue}>
        {(field) => (
          <ChoiceChips
            {...field}
            label={t('visits:log.practitioner')}
            isLabelHidden
            choices={inOrderOfUse(practitioners, lastPractitioner()).map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
          />
        )}
      </Controlled>
    </Step>
  );
}
