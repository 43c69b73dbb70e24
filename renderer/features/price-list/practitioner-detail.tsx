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
import { type TypedForms, useTypedForm } from './typed-forms.ts';

interface PractitionerDetailProps {
  practitioner: ManagedPractitioner;
  typed: TypedForms;
  onLeave: () => void;
}

/** One practitioner: name, active time, and who changed what. */
export function PractitionerDetail({ practitioner, typed, onLeave }: PractitionerDetailProps) {
  const t = useTexts();
  const toasts = useToasts();
  const { id, name, version } = practitioner;
  const seen = { id, expectedVersion: version };
  const { form, submit, isPending, error } = usePractitionerEdit(practitioner, () => {
    typed.delete(id);
    toasts.show({ text: t('prices:saved', { name }) });
  });
  useTypedForm(form, id, typed);
  const retime = useCommand(client.visits.setPractitionerTimes);
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
        form.reset();
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
function usePractitionerEdit(practitioner: ManagedPractitioner, onSaved: () => void) {
  const rename = useCommand(client.visits.renamePractitioner);
  const retime = useCommand(client.visits.setPractitionerTimes);
  const form = useForm<PractitionerForm, unknown, ReadPractitioner>({
    resolver: zodResolver(practitionerFormSchema),
    defaultValues: practitionerForm(practitioner),
  });
  const isPending = rename.isPending || retime.isPending;
  const submit = form.handleSubmit(async ({ name, activeFrom, activeUntil }) => {
    if (isPending) return;
    const { id } = practitioner;
    const isRetimed = activeFrom !== practitioner.activeFrom || activeUntil !== practitioner.activeUntil;
    // Each deed makes the next version.
    let expectedVersion = practitioner.version;
    try {
      if (name !== practitioner.name) {
        await rename.mutateAsync({ id, expectedVersion: expectedVersion++, name });
      }
      if (isRetimed) {
        await retime.mutateAsync({ id, expectedVersion: expectedVersion++, activeFrom, activeUntil });
      }
    } catch {
      return; // shown from the command's own error
    }
    form.reset(form.getValues());
    onSaved();
  });
  return { form, submit, isPending, error: rename.error ?? retime.error };
}
