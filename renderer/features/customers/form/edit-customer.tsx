import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppError } from '#shared/rpc/fault.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { KeptMark } from '../../../app/drafts/kept-mark.tsx';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../../app/leave-guard.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { ContactSection } from './contact-section.tsx';
import { editDraft } from './draft-values.ts';
import { FormFrame } from './form-frame.tsx';
import { FurtherSection } from './further-section.tsx';
import { PersonSection } from './person-section.tsx';
import { SaveFault } from './save-fault.tsx';
import { SimilarCustomers } from './similar-customers.tsx';
import { SourceSection } from './source-section.tsx';
import { freshForm, type StoredCustomer, startOf } from './stored-customer.ts';
import { useCustomerForm } from './use-customer-form.ts';
import { useMerge } from './use-merge.ts';
import { useWholeCustomer } from './use-whole-customer.tsx';

interface EditCustomerProps {
  customerId: string;
  /** The draft that the form goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  onOpen: (customerId: string) => void;
  /** back to the card, saved or not */
  onLeave: () => void;
}

/** The form of a new customer once more, with the stored values; each change keeps the old value. */
export function EditCustomer({ customerId, resumed, onOpen, onLeave }: EditCustomerProps) {
  const t = useTexts();
  const read = useQuery(freshForm(customerId));
  const { data, error } = read;
  const { whole, dialog, readNewest } = useWholeCustomer(customerId, data, onLeave);
  return (
    <>
      {dialog}
      {!whole && <ReadFault of={read} isAtEdge />}
      {whole ? (
        <EditForm
          stored={whole}
          readNewest={readNewest}
          resumed={resumed}
          onOpen={onOpen}
          onLeave={onLeave}
        />
      ) : (
        !error && <Skeleton label={t('customers:card.loading')} rows={8} />
      )}
    </>
  );
}

interface EditFormProps extends Omit<EditCustomerProps, 'customerId'> {
  stored: StoredCustomer;
  /** what is stored now, contact details included */
  readNewest: () => Promise<StoredCustomer>;
}

function EditForm({ stored, readNewest, resumed, onOpen, onLeave }: EditFormProps) {
  const t = useTexts();
  const toasts = useToasts();
  const [earlier] = useState(() => editDraft(resumed?.values));
  // what a draft began from, so that a change by somebody else meanwhile shows as a conflict
  const [base, setBase] = useState(earlier?.base ?? stored);
  const { form, autofill, submit, fault, isSubmitting, problems, hasUnsaved, markSaved } = useCustomerForm(
    startOf(base),
    earlier?.form ?? null,
  );
  const draft = useDraft({
    form: 'customers.edit',
    subjectId: base.id,
    resumed,
    about: () => listName(base),
    values: () => ({ form: form.getValues('form'), base }),
  });
  const merge = useMerge(base, setBase, form, readNewest);
  const edit = useCommand(client.customers.edit, { draftId: draft.draftId });

  const save = async () => {
    if (isSubmitting || !merge.isSettled()) return;
    await submit(async (input) => {
      try {
        await edit.mutateAsync({ customerId: base.id, expectedVersion: base.version, form: input });
      } catch (error) {
        if (error instanceof AppError && error.fault.kind === 'conflict') return merge.begin();
        throw error;
      }
      markSaved();
      draft.saved();
      toasts.show({ text: t('customers:form.changesSaved') });
      onLeave();
    });
  };
  useViewKeys([
    { keys: 'Ctrl+Enter', label: t('customers:form.saveChanges'), action: () => void save() },
    { keys: 'Esc', label: t('customers:form.leave'), action: onLeave },
  ]);
  return (
    <FormFrame
      title={t('customers:form.editTitle')}
      meta={t('customers:form.editOf', { name: listName(base), number: base.number })}
      problems={problems}
      footer={
        <>
          <KeptMark keptAt={draft.keptAt} />
          <Button variant="quiet" keys="Esc" onPress={onLeave}>
            {t('customers:form.leave')}
          </Button>
          <Button
            variant="primary"
            keys={['Ctrl', 'Enter']}
            onPress={() => void save()}
            isPending={isSubmitting}
          >
            {t('customers:form.saveChanges')}
          </Button>
        </>
      }
    >
      <LeaveGuard hasUnsaved={hasUnsaved} onDiscard={draft.discard} />
      <SaveFault error={fault} onOpen={onOpen} />
      {merge.conflict && (
        <ConflictPanel
          conflict={merge.conflict}
          choices={merge.choices}
          onChoose={merge.choose}
          isChoiceMissing={merge.isChoiceMissing}
        />
      )}
      <PersonSection control={form.control} autofill={autofill} />
      <SimilarCustomers control={form.control} except={base.id} onOpen={onOpen} />
      <ContactSection control={form.control} autofill={autofill} />
      <SourceSection control={form.control} title={t('customers:form.sourceOfChange')} />
      <FurtherSection form={form} />
    </FormFrame>
  );
}
