import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ConsentCell, Wording } from '#shared/features/consents/contract.ts';
import { askAgainAfterMonths, lastValidDay } from '#shared/features/consents/periods.ts';
import type { ConsentState, Purpose, RecordableAct } from '#shared/features/consents/purposes.ts';
import { formatDate, today } from '#shared/values/dates.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { StateMark } from '../../../app/state-mark.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { AnswerList } from '../../../ui/answer-list.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { isPossible, isProhibited, possibleActs } from '../cells.ts';
import type { EntryForm } from './entry-form.ts';
import { Step } from './step.tsx';

const keys = {
  given: 'S',
  refused: 'E',
  prohibited: 'K',
  withdrawn: 'P',
  'prohibition-withdrawn': 'L',
  'contact-at-sale': 'M',
} as const satisfies Record<RecordableAct, string>;

const marks: Readonly<Record<RecordableAct, ConsentState>> = {
  given: 'given',
  refused: 'refused',
  prohibited: 'prohibited',
  withdrawn: 'withdrawn',
  'prohibition-withdrawn': 'not-asked',
  'contact-at-sale': 'customer-exception',
};

interface AnswerStepProps {
  form: UseFormReturn<EntryForm>;
  purpose: Purpose;
  row: readonly ConsentCell[];
  wording: Wording | undefined;
}

/** What the customer said: every answer equal in size, none chosen beforehand. */
export function AnswerStep({ form, purpose, row, wording }: AnswerStepProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const acts = possibleActs(row, purpose);
  const choose = (act: RecordableAct) => {
    const shouldValidate = form.formState.isSubmitted;
    form.setValue('act', act, { shouldValidate, shouldDirty: true });
    const possible = row.flatMap((cell) => (cell.channel && isPossible(act, cell) ? [cell.channel] : []));
    const kept = form.getValues('channels').filter((channel) => possible.includes(channel));
    form.setValue('channels', kept, { shouldValidate });
  };
  const step = useRef<HTMLDivElement>(null);
  useViewKeys(
    acts.map((act) => ({
      keys: keys[act],
      label: t(`consents:record.answers.${act}`),
      action: () => {
        choose(act);
        // Tab goes on from the answer that the key chose, also when it follows at once
        step.current?.querySelector<HTMLElement>(`input[value="${act}"]`)?.focus();
      },
      onBar: false,
    })),
  );
  const act = form.watch('act');
  const chosen = form.watch('channels');
  const isOverridden =
    act === 'given' &&
    row.some((cell) => isProhibited(cell) && cell.channel && chosen.includes(cell.channel));
  return (
    <Step name="answer" ref={step}>
      <Controlled control={form.control} name="act" errorText={faults.ofIssue}>
        {(field) => (
          <AnswerList
            {...field}
            label={t('consents:record.answer')}
            onChange={choose}
            choices={acts.map((value) => ({
              value,
              label: t(`consents:record.answers.${value}`),
              note: noteOf(t, value, wording),
              icon: <StateMark state={marks[value]} size={18} />,
              keys: keys[value],
              tone: value === 'prohibited' ? 'stop' : undefined,
            }))}
          />
        )}
      </Controlled>
      {isOverridden && <Banner tone="warn">{t('consents:record.prohibitedNow')}</Banner>}
    </Step>
  );
}

/** What follows from an answer. */
function noteOf(t: Translate, act: RecordableAct, wording: Wording | undefined): string {
  if (act === 'refused') return t('consents:record.notes.refused', { count: askAgainAfterMonths });
  if (act !== 'given') return t(`consents:record.notes.${act}`);
  const until = lastValidDay(today(), wording?.validMonths ?? null);
  return until === null
    ? t('consents:record.notes.given')
    : t('consents:record.notes.givenUntil', { date: formatDate(until) });
}
