import { type UseFormReturn, useWatch } from 'react-hook-form';
import { type Answering, giverRoles, isNotEnoughAlone } from '#shared/features/consents/giver.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { chosenGiver } from '../giver-choice.ts';
import { GiverFields } from '../giver-fields.tsx';
import type { EntryForm } from './entry-form.ts';
import { Step } from './step.tsx';

interface GiverStepProps {
  form: UseFormReturn<EntryForm>;
  answering: Answering;
  /** the person has just said that it was another: the name is what comes next */
  isJustOpened: boolean;
}

/** Who gave the answer: nobody is chosen beforehand for a minor. */
export function GiverStep({ form, answering, isJustOpened }: GiverStepProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const [act, channels] = useWatch({ control: form.control, name: ['act', 'channels'] });
  return (
    <Step name="giver">
      <Controlled control={form.control} name="giver" errorText={faults.ofIssue}>
        {(giver) => {
          const chosen = chosenGiver({ giver: giver.value, giverName: '' }, answering);
          const role = giverRoles.find((one) => one === chosen) ?? null;
          const isWeak = isNotEnoughAlone(role, act, channels, answering);
          return (
            <Controlled control={form.control} name="giverName" errorText={faults.ofIssue}>
              {(giverName) => (
                <GiverFields
                  label={t('consents:giver.label')}
                  answering={answering}
                  giver={{ ...giver, value: chosen }}
                  giverName={giverName}
                  focusesName={isJustOpened}
                  note={isWeak ? t('consents:giver.notEnoughAlone') : undefined}
                />
              )}
            </Controlled>
          );
        }}
      </Controlled>
    </Step>
  );
}
