import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { LeaveGuard } from '../../app/leave-guard.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { DetailForm } from './detail-form.tsx';
import { PractitionerFields } from './practitioner-fields.tsx';
import {
  type PractitionerForm,
  practitionerForm,
  practitionerFormSchema,
  type ReadPractitioner,
} from './practitioner-form.ts';

interface NewPractitionerProps {
  onClose: () => void;
  onAdded: (id: string, name: string) => void;
}

/** Adding and the active time are two deeds in the log; the second only when a day was given. */
export function NewPractitioner({ onClose, onAdded }: NewPractitionerProps) {
  const t = useTexts();
  const add = useCommand(client.visits.addPractitioner);
  const retime = useCommand(client.visits.setPractitionerTimes);
  const isPending = add.isPending || retime.isPending;
  const form = useForm<PractitionerForm, unknown, ReadPractitioner>({
    resolver: zodResolver(practitionerFormSchema),
    defaultValues: practitionerForm(null),
  });
  const submit = form.handleSubmit(async ({ name, activeFrom, activeUntil }) => {
    if (isPending) return;
    const id = uuidv7();
    try {
      await add.mutateAsync({ id, name });
      if (activeFrom !== null || activeUntil !== null) {
        await retime.mutateAsync({ id, expectedVersion: 1, activeFrom, activeUntil });
      }
    } catch {
      return; // shown from the command's own error
    }
    form.reset(form.getValues());
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
      onCancel={onClose}
    >
      <LeaveGuard hasUnsaved={() => form.formState.isDirty && !isPending} />
      <PractitionerFields control={form.control} isNew />
    </DetailForm>
  );
}
