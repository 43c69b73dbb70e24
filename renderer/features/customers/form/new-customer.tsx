import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { consentEntrySchema } from '#shared/features/consents/entry.ts';
import { today } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { KeptMark } from '../../../app/drafts/kept-mark.tsx';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../../app/leave-guard.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import type { FieldProblem } from '../../../ui/error-summary.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { useToasts } from '../../../ui/toast.tsx';
import { ageTyped } from './age-typed.ts';
import { ContactSection } from './contact-section.tsx';
import { newCustomerDraft } from './draft-values.ts';
import { FormFrame } from './form-frame.tsx';
import { FurtherSection } from './further-section.tsx';
import { PersonSection } from './person-section.tsx';
import { SaveFault } from './save-fault.tsx';
import { SimilarCustomers } from './similar-customers.tsx';
import { SourceSection } from './source-section.tsx';
import { startFrom } from './start-from.ts';
import { leaveTyped, typedBefore } from './typed-start.ts';
import { useCustomerForm } from './use-customer-form.ts';

interface NewCustomerProps {
  /** The draft that the form goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  /** The answers of section 4, which belongs to the feature of consents. */
  consents: {
    /** the entries to record, or null when an answer is missing */
    check: (language: Language, age: number | null) => z.input<typeof consentEntrySchema>[] | null;
    problems: (age: number | null) => readonly FieldProblem[];
    /** what was answered so far, for the draft */
    typed: object;
  };
  consentSection: (
    language: Language,
    onLanguage: (language: Language) => void,
    age: number | null,
  ) => ReactNode;
  onSaved: (customerId: string, then: 'show' | 'log-visit') => void;
  onOpen: (customerId: string) => void;
  onLeave: () => void;
}

/** Registers a customer: person, contact details, source and the first consent answers, saved together. */
export function NewCustomer({
  resumed,
  consents,
  consentSection,
  onSaved,
  onOpen,
  onLeave,
}: NewCustomerProps) {
  const t = useTexts();
  const toasts = useToasts();
  const [id] = useState(() => uuidv7());
  const [start] = useState(() => startFrom(typedBefore(), today()));
  useEffect(() => leaveTyped(''), []);
  const { form, autofill, submit, fault, isSubmitting, problems, hasUnsaved, markSaved } = useCustomerForm(
    start,
    newCustomerDraft(resumed?.values)?.form ?? null,
  );
  const draft = useDraft({
    form: 'customers.register',
    subjectId: null,
    resumed,
    about: () => listName(form.getValues('form')),
    values: () => ({ form: form.getValues('form'), consents: consents.typed }),
  });
  const { data: next } = useQuery({ ...client.customers.nextNumber(), staleTime: 0 });
  const register = useCommand(client.customers.register, { draftId: draft.draftId });
  const [language, birthDate] = useWatch({
    control: form.control,
    name: ['form.language', 'form.birthDate'],
  });
  const age = ageTyped(birthDate, today());
  const unanswered = consents.problems(age);
  const goToConsents = useConsentFocus(unanswered, problems.length === 0);

  const save = async (then: 'show' | 'log-visit') => {
    if (isSubmitting) return;
    const entries = consents.check(form.getValues('form.language'), age);
    if (entries === null) goToConsents();
    await submit(async (input) => {
      if (entries === null) return;
      const { number } = await register.mutateAsync({ id, form: input, consents: entries });
      markSaved();
      draft.saved();
      toasts.show({ text: t('customers:form.saved', { number }) });
      onSaved(id, then);
    });
  };
  useViewKeys([
    { keys: 'Ctrl+Enter', label: t('customers:form.save'), action: () => void save('show') },
    { keys: 'F4', label: t('customers:form.saveAndLogVisit'), action: () => void save('log-visit') },
    { keys: 'Esc', label: t('customers:form.leave'), action: onLeave },
  ]);
  return (
    <FormFrame
      title={t('customers:form.newTitle')}
      meta={next && t('customers:form.number', { number: next.number })}
      problems={[...problems, ...unanswered]}
      aside={consentSection(
        language,
        (chosen) => form.setValue('form.language', chosen, { shouldDirty: true }),
        age,
      )}
      footer={
        <>
          <KeptMark keptAt={draft.keptAt} />
          <Button variant="quiet" keys="Esc" onPress={onLeave}>
            {t('customers:form.leave')}
          </Button>
          <Button keys="F4" onPress={() => void save('log-visit')} isPending={isSubmitting}>
            {t('customers:form.saveAndLogVisit')}
          </Button>
          <Button
            variant="primary"
            keys={['Ctrl', 'Enter']}
            onPress={() => void save('show')}
            isPending={isSubmitting}
          >
            {t('customers:form.save')}
          </Button>
        </>
      }
    >
      <LeaveGuard hasUnsaved={hasUnsaved} onDiscard={draft.discard} />
      <SaveFault error={fault} onOpen={onOpen} />
      <PersonSection control={form.control} autofill={autofill} />
      <SimilarCustomers control={form.control} except={null} onOpen={onOpen} />
      <ContactSection control={form.control} autofill={autofill} />
      <SourceSection control={form.control} title={t('customers:form.source')} />
      <FurtherSection form={form} />
    </FormFrame>
  );
}

/** Moves the focus to the first missing answer, once the section has drawn it, when all fields are right. */
function useConsentFocus(problems: readonly FieldProblem[], areFieldsRight: boolean): () => void {
  const [asked, setAsked] = useState(0);
  const focus = useEffectEvent(() => {
    const [first] = problems;
    if (areFieldsRight && first) focusField(first.id);
  });
  useEffect(() => {
    if (asked > 0) focus();
  }, [asked]);
  return () => setAsked((times) => times + 1);
}
