import { type RefObject, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { ConsentCell, Wording } from '#shared/features/consents/contract.ts';
import { needsWording } from '#shared/features/consents/entry.ts';
import type { Answering } from '#shared/features/consents/giver.ts';
import { channelsOf } from '#shared/features/consents/purposes.ts';
import type { Language } from '#shared/values/language.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useDiscardQuestion } from '../../../app/discard-question.tsx';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useSubjectName } from '../../../app/drafts/subject-name.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useTyped } from '../../../app/drafts/use-typed.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useUndo } from '../../../app/undo/undo.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { firstFocusable } from '../../../ui/focus-field.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { CustomerView } from '../customer-view.tsx';
import type { Draft } from '../draft.ts';
import { answererOf, nobodyChosen } from '../giver-choice.ts';
import { AnswerStep } from './answer-step.tsx';
import { ChannelsStep } from './channels-step.tsx';
import { type EntryForm, entryOf, entryResolver, hasTyped } from './entry-form.ts';
import { typedEntry } from './record-draft.ts';
import styles from './record-panel.module.css';
import { SaleStep } from './sale-step.tsx';
import { WayStep } from './way-step.tsx';
import { WordingStep } from './wording-step.tsx';

export interface RecordPanelProps {
  customerId: string;
  /** the customer's own language: the wording is shown in it first */
  language: Language;
  draft: Draft;
  /** the kept draft that the panel goes on with: give its id as part of the `key` */
  resumed: ResumedDraft | null;
  /** the cells of the draft's purpose */
  row: readonly ConsentCell[];
  /** the wording in force of the draft's purpose */
  wording: Wording | undefined;
  /** who may answer for the customer today */
  answering: Answering;
  onClose: () => void;
}

/** Records one answer, prohibition or withdrawal. Give it the draft as `key`: another draft is another panel. */
export function RecordPanel({
  customerId,
  language,
  draft,
  resumed,
  row,
  wording,
  answering,
  onClose,
}: RecordPanelProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const { offer } = useUndo();
  const undo = useCommand(client.consents.undo);
  const { purpose } = draft;
  const [id] = useState(uuidv7);
  const [isShown, setIsShown] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const entry = { id, purpose, wording, answering };
  const form = useForm<EntryForm>({
    defaultValues: {
      channels: [...draft.channels],
      act: draft.act,
      way: null,
      language,
      note: '',
      sold: '',
      wasTold: false,
      couldRefuse: false,
      ...nobodyChosen,
    },
    resolver: entryResolver(entry),
    shouldFocusError: true,
  });
  useTyped(form, typedEntry(resumed?.values, wording));
  const about = useSubjectName(customerId);
  const kept = useDraft({
    form: 'consents.record',
    subjectId: customerId,
    resumed,
    about: () => about,
    values: () => ({ purpose, wordingId: wording?.id ?? null, form: form.getValues() }),
  });
  const { cancel, question } = useDiscardQuestion(
    () => hasTyped(form.getValues()),
    () => {
      kept.discard();
      onClose();
    },
  );
  const record = useCommand(client.consents.record, {
    draftId: kept.draftId,
    onDone: (_value, { entry }) => {
      kept.saved();
      const named = { purpose: t(`words:purposes.${purpose}`) };
      offer({
        text: t(`consents:record.saved.${entry.act}`, named),
        undoneText: t('consents:record.undone', named),
        run: () => undo.mutateAsync({ customerId, id: uuidv7(), entryId: entry.id }),
      });
      onClose();
    },
  });
  const save = form.handleSubmit((values) => record.mutate({ customerId, entry: entryOf(values, entry) }));
  const act = form.watch('act');
  const asksWording = act === null || needsWording(act);

  useFocusOnOpen(body, draft.act !== null);
  useViewKeys([
    { keys: 'Ctrl+Enter', label: t('consents:record.save'), action: () => void save() },
    {
      keys: 'F10',
      label: t('consents:record.showCustomer'),
      action: () => setIsShown(true),
      isEnabled: asksWording && wording !== undefined,
    },
    { keys: 'Esc', label: t('cancel'), action: cancel },
  ]);

  return (
    <SidePanel
      title={t('consents:record.title')}
      subject={t(`words:purposes.${purpose}`)}
      closeLabel={t('close')}
      onClose={cancel}
      initialFocus={body}
      footer={
        <>
          <Button variant="quiet" keys="Esc" onPress={cancel}>
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            keys={['Ctrl', 'Enter']}
            onPress={() => void save()}
            isPending={record.isPending}
          >
            {t('consents:record.save')}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.steps}>
        {record.error && (
          <Banner tone="stop" role="alert">
            {faults.ofError(record.error)}
          </Banner>
        )}
        {channelsOf(purpose).length > 0 && <ChannelsStep form={form} row={row} />}
        {asksWording && wording && (
          <WordingStep form={form} wording={wording} onShow={() => setIsShown(true)} />
        )}
        <AnswerStep form={form} purpose={purpose} row={row} wording={wording} />
        {act === 'contact-at-sale' && <SaleStep form={form} />}
        <WayStep form={form} answering={answering} />
      </div>
      {question}
      {isShown && wording && (
        <CustomerView
          questions={[
            {
              purpose,
              texts: wording.texts,
              channels: form.getValues('channels'),
              answer: act === 'given' || act === 'refused' ? act : null,
            },
          ]}
          answerer={answererOf(form.getValues(), answering)}
          language={form.getValues('language')}
          onLanguage={(chosen) => form.setValue('language', chosen)}
          onAnswer={(_purpose, answer) =>
            form.setValue('act', answer, { shouldValidate: form.formState.isSubmitted })
          }
          onClose={() => setIsShown(false)}
        />
      )}
    </SidePanel>
  );
}

/** To the first field; when the person has already said what to withdraw, to how it was said. */
function useFocusOnOpen(body: RefObject<HTMLDivElement | null>, isDecided: boolean): void {
  useEffect(() => {
    const steps = body.current;
    const start = isDecided ? steps?.querySelector('[data-step="way"]') : steps?.querySelector('[data-step]');
    const field = start && firstFocusable(start);
    field?.focus();
  }, [body, isDecided]);
}
