import type { UseFormReturn } from 'react-hook-form';
import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { channels } from '#shared/features/consents/purposes.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { MultiChoiceChips } from '../../../ui/choice-chips.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { isPossible } from '../cells.ts';
import type { EntryForm } from './entry-form.ts';
import { Step } from './step.tsx';

/** Which channels the answer is about. A withdrawal can name only those that have something to end. */
export function ChannelsStep({ form, row }: { form: UseFormReturn<EntryForm>; row: readonly ConsentCell[] }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const act = form.watch('act');
  const possible = row.flatMap((cell) => (cell.channel && isPossible(act, cell) ? [cell.channel] : []));
  const choices = channels.map((channel) => ({
    value: channel,
    label: t(`consents:channels.${channel}`),
    isDisabled: !possible.includes(channel),
  }));
  const chooseAll = () =>
    form.setValue('channels', possible, { shouldValidate: form.formState.isSubmitted, shouldDirty: true });
  useViewKeys([{ keys: 'A', label: t('consents:record.chooseAll'), action: chooseAll, onBar: false }]);
  return (
    <Step
      name="channels"
      end={
        <LinkButton keys="A" onPress={chooseAll}>
          {t('consents:record.chooseAll')}
        </LinkButton>
      }
    >
      <Controlled control={form.control} name="channels" errorText={faults.ofIssue}>
        {(field) => (
          <MultiChoiceChips
            {...field}
            small
            label={t('consents:record.channels')}
            choices={choices}
            onChange={(chosen) => field.onChange([...chosen])}
          />
        )}
      </Controlled>
    </Step>
  );
}
