import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type Answering, isMinor } from '#shared/features/consents/giver.ts';
import { answerWays } from '#shared/features/consents/purposes.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { usePerson } from '../../../app/session.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { chosenGiver } from '../giver-choice.ts';
import type { EntryForm } from './entry-form.ts';
import { GiverStep } from './giver-step.tsx';
import styles from './record-panel.module.css';
import { Step } from './step.tsx';

/** How it was said, who said it, what else was said, and who will stand behind the entry. */
export function WayStep({ form, answering }: { form: UseFormReturn<EntryForm>; answering: Answering }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const [hasNote, setHasNote] = useState(false);
  const [isOther, setIsOther] = useState(false);
  const [giver, giverName, note] = form.watch(['giver', 'giverName', 'note']);
  // a draft brings one along
  if (note !== '' && !hasNote) setHasNote(true);
  const isAsked =
    isOther || isMinor(answering) || chosenGiver({ giver, giverName }, answering) !== 'customer';
  const nameAnother = () => {
    form.setValue('giver', 'representative', { shouldDirty: true });
    setIsOther(true);
  };
  return (
    <>
      <Step name="way">
        <Controlled control={form.control} name="way" errorText={faults.ofIssue}>
          {(field) => (
            <ChoiceChips
              {...field}
              small
              label={t('consents:record.way')}
              choices={answerWays.map((way) => ({ value: way, label: t(`consents:ways.${way}`) }))}
            />
          )}
        </Controlled>
      </Step>
      {isAsked && <GiverStep form={form} answering={answering} isJustOpened={isOther} />}
      {hasNote && (
        <Step name="note">
          <Controlled control={form.control} name="note" errorText={faults.ofIssue}>
            {(field) => (
              <TextArea
                {...field}
                label={t('consents:record.note')}
                mark={t('optional')}
                rows={2}
                maxLength={500}
                autoFocus
              />
            )}
          </Controlled>
        </Step>
      )}
      {!(hasNote && isAsked) && (
        <p className={styles.links}>
          {!hasNote && (
            <LinkButton onPress={() => setHasNote(true)}>{t('consents:record.addNote')}</LinkButton>
          )}
          {!isAsked && <LinkButton onPress={nameAnother}>{t('consents:giver.another')}</LinkButton>}
        </p>
      )}
      <RecordedBy />
    </>
  );
}

function RecordedBy() {
  const t = useTexts();
  const { name } = usePerson();
  const now = useNow();
  return (
    <p className={styles.recordedBy}>
      {t('consents:record.by', { name, date: formatDate(dateAt(now)), time: formatTime(now) })}
    </p>
  );
}

function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
