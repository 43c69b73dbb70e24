import { formSources } from '#shared/features/customers/contract.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { NumberedSection } from '../../../ui/numbered-section.tsx';
import type { FormSectionProps } from './person-section.tsx';

/** Section 3: where the data came from (GDPR Art. 14(2)(f)). */
export function SourceSection({ control, title }: Pick<FormSectionProps, 'control'> & { title: string }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  return (
    <NumberedSection number={3} title={title}>
      <Controlled control={control} name="form.source" errorText={ofIssue}>
        {(field) => (
          <ChoiceChips
            {...field}
            isLabelHidden
            label={title}
            choices={formSources.map((value) => ({ value, label: t(`customers:form.sources.${value}`) }))}
          />
        )}
      </Controlled>
    </NumberedSection>
  );
}
