import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DetailForm } from './detail-form.tsx';
import { PractitionerFields } from './practitioner-fields.tsx';
import {
  type PractitionerForm,
  practitionerForm,
  practitionerFormSchema,
  type ReadPractitioner,
} from './practitioner-form.ts';
import { newRow, practitionerDraft, type ResumedForm } from './price-list-draft.ts';
import { type TypedForms, useTypedForm } from './typed-forms.ts';
import { useLastDeed } from './use-last-deed.ts';

interface NewPractitionerProps {
  typed: TypedForms;
  resumed: ResumedForm | null;
  onClose: () => void;
  onAdded: (id: string, name: string) => void;
}

/** Adding and the active time are two deeds in the log; the second only when a day was given. */
export function NewPractitioner({ typed, resumed, onClose, onAdded }: NewPractitionerProps) {
  const t = useTexts();
  const start = practitionerForm(null);
  const form = useForm<PractitionerForm, unknown, ReadPractitioner>({
    resolver: zodResolver(practitionerFormSchema),
    defaultValues: start,
  });
  const kept = useTypedForm(form, {
    as: 'visits.addPractitioner',
    view: 'practitioners',
    row: { id: newRow.practitioners, version: null },
    start,
    about: () => form.getValues('name'),
    typed,
    resumed,
    read: practitionerDraft,
  });
  const deeds = useLastDeed<'add' | 'retime'>(kept.draftId);
  const add = useCommand(client.visits.addPractitioner, { draftId: deeds.draftOf('add') });
  const retime = useCommand(client.visits.setPractitionerTimes, { draftId: deeds.draftOf('retime') });
  const isPending = add.isPending || retime.isPending;
  const submit = form.handleSubmit(async ({ name, activeFrom, activeUntil }) => {
    if (isPending) return;
    const id = uuidv7();
    const isTimed = activeFrom !== null || activeUntil !== null;
    deeds.last(isTimed ? 'retime' : 'add');
    try {
      await add.mutateAsync({ id, name });
      if (isTimed) {
        await retime.mutateAsync({ id, expectedVersion: 1, activeFrom, activeUntil });
      }
    } catch {
      return; // shown from the command's own error
    }
    kept.saved();
    onAdded(id, name);
  });
  return (
    <DetailForm
      title={t('prices:new.practitioner')}
      error={add.error ?? retime.error}
      isChanged
      isPending={isPending}
      submit={submit}
      saveLabel={t('prices:add')}
      onCancel={() => {
        kept.discard();
        onClose();
      }}
    >
      <PractitionerFields control={form.control} isNew />
    </DetailForm>
  );
}
