import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { useTyped } from '../../../app/drafts/use-typed.ts';
import { formProblems } from '../../../app/form-problems.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { type CustomerValues, customerValuesSchema, fieldOrder } from './form-values.ts';
import { showFieldErrors } from './register-faults.ts';
import { useAutofill } from './use-autofill.ts';

/** Sex and source may be null while nobody has chosen them: the schema says so as an error, not as a type. */
const resolver = zodResolver(customerValuesSchema) as unknown as Resolver<CustomerValues>;

/**
 * What the new form and the edit form share: values, checks, what is wrong, and whether leaving loses anything.
 * @param typed what a draft holds over the values that the form starts from
 */
export function useCustomerForm(start: CustomerValues['form'], typed: CustomerValues['form'] | null) {
  const t = useTexts();
  const [fault, setFault] = useState<unknown>(null);
  const isSaved = useRef(false);
  const form = useForm<CustomerValues>({
    defaultValues: { form: start },
    resolver,
  });
  useTyped(form, typed && { form: typed });
  const autofill = useAutofill(form);
  const { errors, isDirty, isSubmitting } = form.formState;
  const labels = Object.fromEntries(
    fieldOrder.map((field) => [`form.${field}`, t(`customers:fields.${field}`)]),
  );

  /** Checks the fields and calls `save` with what the contract takes; its faults come back to the screen. */
  const submit = (save: (input: CustomerFormInput) => Promise<void>) =>
    form.handleSubmit(async () => {
      setFault(null);
      try {
        // the schema has accepted them, so sex and source are chosen
        await save(form.getValues('form') as CustomerFormInput);
      } catch (error) {
        if (!showFieldErrors(error, form.setError)) setFault(error);
      }
    })();
  return {
    form,
    autofill,
    submit,
    fault,
    isSubmitting,
    problems: formProblems(errors, labels),
    hasUnsaved: () => isDirty && !isSaved.current,
    /** Call before leaving the form for where its customer is shown. */
    markSaved: () => {
      isSaved.current = true;
    },
  };
}
