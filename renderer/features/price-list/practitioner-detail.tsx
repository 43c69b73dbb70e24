import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { ManagedPractitioner } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { useToasts } from '../../ui/toast.tsx';
import { activeText } from './active-text.ts';
import { ChangeList } from './change-list.tsx';
import { DetailForm } from './detail-form.tsx';
import { EndingButtons } from './ending-buttons.tsx';
import { PractitionerFields } from './practitioner-fields.tsx';
import {
  type PractitionerForm,
  practitionerForm,
  practitionerFormSchema,
  type ReadPractitioner,
} from './practitioner-form.ts';
import { practitionerDraft, type ResumedForm } from './price-list-draft.ts';
import { type TypedForms, useTypedForm } from './typed-forms.ts';
import { useLastDeed } from './use-last-deed.ts';

interface PractitionerDetailProps {
  practitioner: ManagedPractitioner;
  typed: TypedForms;
  resumed: ResumedForm | null;
  onLeave: () => void;
}

/** One practitioner: name, active time, and who changed what. */
export function PractitionerDetail({ practitioner, typed, resumed, onLeave }: PractitionerDetailProps) {
  const t = useTexts();
  const toasts = useToasts();
  const { id, name, version } = practitioner;
  const seen = { id, expectedVersion: version };
  const { form, kept, submit, isPending, error } = usePractitionerEdit(practitioner, typed, resumed, () =>
    toasts.show({ text: t('prices:saved', { name }) }),
  );
  const retime = useCommand(client.visits.setPractitionerTimes, {
    onDone: (_value, { expectedVersion }) => kept.advance(expectedVersion),
  });
  const remove = useCommand(client.visits.removePractitioner, {
    onDone: () => toasts.show({ text: t('prices:removed', { name }) }),
  });
  return (
    <DetailForm
      title={name}
      sub={activeText(t, practitioner, today()) ?? undefined}
      error={error ?? retime.error ?? remove.error}
      isChanged={form.formState.isDirty}
      isPending={isPending}
      submit={submit}
      onCancel={() => {
        kept.discard();
        onLeave();
      }}
      after={<ChangeList subject="practitioner" subjectId={id} />}
      foot={
        <EndingButtons
          name={name}
          time={practitioner}
          isUsed={practitioner.isUsed}
          isPending={retime.isPending || remove.isPending}
          onTimes={(activeUntil) =>
            retime.mutate({ ...seen, activeFrom: activeUntil && practitioner.activeFrom, activeUntil })
          }
          onRemove={() => remove.mutate(seen)}
        />
      }
    >
      <PractitionerFields control={form.control} isNew={false} />
    </DetailForm>
  );
}

/** Name and active time are two deeds in the log; each is done only when it differs. */
function usePractitionerEdit(
  practitioner: ManagedPractitioner,
  typed: TypedForms,
  resumed: ResumedForm | null,
  onSaved: () => void,
) {
  const start = practitionerForm(practitioner);
  const form = useForm<PractitionerForm, unknown, ReadPractitioner>({
    resolver: zodResolver(practitionerFormSchema),
    defaultValues: start,
  });
  const kept = useTypedForm(form, {
    as: 'visits.renamePractitioner',
    view: 'practitioners',
    row: practitioner,
    start,
    about: () => practitioner.name,
    typed,
    resumed,
    read: practitionerDraft,
  });
  const deeds = useLastDeed<'rename' | 'retime'>(kept.draftId);
  const rename = useCommand(client.visits.renamePractitioner, { draftId: deeds.draftOf('rename') });
  const retime = useCommand(client.visits.setPractitionerTimes, { draftId: deeds.draftOf('retime') });
  const isPending = rename.isPending || retime.isPending;
  const submit = form.handleSubmit(async ({ name, activeFrom, activeUntil }) => {
    if (isPending) return;
    for (const deed of [rename, retime]) deed.reset();
    const { id } = practitioner;
    const isRetimed = activeFrom !== practitioner.activeFrom || activeUntil !== practitioner.activeUntil;
    const isRenamed = name !== practitioner.name;
    deeds.last(isRetimed ? 'retime' : 'rename');
    // Each deed makes the next version.
    let expectedVersion = kept.seenVersion() ?? practitioner.version;
    const done = () => kept.advance(expectedVersion++);
    try {
      if (isRenamed) await rename.mutateAsync({ id, expectedVersion, name }).then(done);
      if (isRetimed) {
        await retime.mutateAsync({ id, expectedVersion, activeFrom, activeUntil }).then(done);
      }
    } catch {
      return; // shown from the command's own error
    }
    if (!isRenamed && !isRetimed) kept.discard();
    kept.saved();
    onSaved();
  });
  return { form, kept, submit, isPending, error: rename.error ?? retime.error };
}
