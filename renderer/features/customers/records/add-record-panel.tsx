import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { formSources } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useSubjectName } from '../../../app/drafts/subject-name.ts';
import { useDraftedState } from '../../../app/drafts/use-drafted-state.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useUndo } from '../../../app/undo/undo.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { RecordFields } from './record-fields.tsx';
import {
  emptyRecord,
  type FieldErrors,
  hasTyped,
  type RecordValues,
  readRecord,
  recordTypes,
} from './record-form.ts';
import { RecordFrame } from './record-frame.tsx';
import { recordDraft } from './records-draft.ts';

interface AddRecordPanelProps {
  customerId: string;
  /** Only a minor has a guardian. */
  isMinor: boolean;
  /** The draft that the panel goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  onClose: () => void;
}

/** Who tells something at the desk; what comes by an import or a shop brings its source along. */
const offeredSources = [...formSources, 'staff', 'credit-agency'] as const;

/** Adds a note, a guardian, an address, a name or a credit check beside what stands on the form. */
export function AddRecordPanel({ customerId, isMinor, resumed, onClose }: AddRecordPanelProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const undo = useUndo();
  const [id] = useState(uuidv7);
  const about = useSubjectName(customerId);
  const [values, setValues, kept] = useDraftedState({
    form: 'customers.addRecord',
    subjectId: customerId,
    resumed,
    about: () => about,
    start: () => emptyRecord,
    read: recordDraft,
  });
  const [errors, setErrors] = useState<FieldErrors>({});
  const remove = useCommand(client.customers.removeRecord);
  const add = useCommand(client.customers.addRecord, {
    draftId: kept.draftId,
    onDone: () => {
      kept.saved();
      undo.offer({
        text: t('customers:records.saved'),
        undoneText: t('customers:records.removed'),
        run: () => remove.mutateAsync({ customerId, id }),
      });
      onClose();
    },
  });
  const change = (news: Partial<RecordValues>) => {
    setValues((all) => ({ ...all, ...news }));
    // what is being mended is no longer wrong; the next save says if it still is
    setErrors((all) => Object.fromEntries(Object.entries(all).filter(([field]) => !(field in news))));
  };
  const show = (wrong: FieldErrors) => {
    setErrors(wrong);
    const [first] = Object.keys(wrong);
    if (first) requestAnimationFrame(() => focusField(`record.${first}`));
  };
  const save = () => {
    const read = readRecord(values);
    if (!read.ok) return show(read.errors);
    setErrors({});
    add.mutate({ id, customerId, record: read.record, source: read.source });
  };
  const errorOf = (field: string) => (errors[field] ? ofIssue(errors[field]) : undefined);
  const types = recordTypes.filter((type) => type !== 'guardian' || isMinor);
  return (
    <RecordFrame
      title={t('customers:records.add')}
      save={t('customers:records.save')}
      command={add}
      kept={kept}
      hasUnsaved={hasTyped(values)}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceChips
        id="record.type"
        label={t('customers:records.type')}
        choices={types.map((type) => ({ value: type, label: t(`customers:records.types.${type}`) }))}
        value={values.type}
        onChange={(type) => change({ type })}
        error={errorOf('type')}
      />
      {values.type && (
        <>
          <RecordFields customerId={customerId} values={values} onChange={change} errorOf={errorOf} />
          <ChoiceChips
            small
            id="record.source"
            label={t('customers:records.source')}
            choices={offeredSources.map((source) => ({
              value: source,
              label: t(`customers:form.sources.${source}`),
            }))}
            value={values.source}
            onChange={(source) => change({ source })}
            error={errorOf('source')}
          />
        </>
      )}
    </RecordFrame>
  );
}
