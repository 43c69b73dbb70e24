import { useState } from 'react';
import { focusField } from '../../../ui/focus-field.ts';
import { type Choice, type Conflict, conflictFieldId } from './conflict-panel.tsx';
import type { FieldName } from './form-values.ts';
import { mergeForms } from './merge-forms.ts';
import { type StoredCustomer, startOf } from './stored-customer.ts';
import type { useCustomerForm } from './use-customer-form.ts';

/** Somebody saved first: their values and the person's own are put together, and the next save builds on theirs. */
export function useMerge(
  base: StoredCustomer,
  setBase: (stored: StoredCustomer) => void,
  form: ReturnType<typeof useCustomerForm>['form'],
  readNewest: () => Promise<StoredCustomer>,
) {
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [choices, setChoices] = useState<Partial<Record<FieldName, Choice>>>({});
  const [isChoiceMissing, setIsChoiceMissing] = useState(false);
  return {
    conflict,
    choices,
    isChoiceMissing,
    async begin() {
      const newest = await readNewest();
      const mine = form.getValues('form');
      const theirs = startOf(newest);
      const { merged, taken, disputed } = mergeForms(startOf(base), mine, theirs);
      for (const field of taken) form.setValue(`form.${field}`, merged[field], { shouldDirty: true });
      setConflict({ by: newest.updatedBy, at: newest.updatedAt, mine, theirs, taken, disputed });
      setChoices({});
      setIsChoiceMissing(false);
      setBase(newest);
    },
    choose(field: FieldName, choice: Choice) {
      setChoices((all) => ({ ...all, [field]: choice }));
      const values = choice === 'mine' ? conflict?.mine : conflict?.theirs;
      if (values) form.setValue(`form.${field}`, values[field], { shouldDirty: true });
    },
    /** Whether everything disputed has been chosen; otherwise shows what has not. */
    isSettled(): boolean {
      const open = conflict?.disputed.find((field) => choices[field] === undefined);
      setIsChoiceMissing(open !== undefined);
      if (open) focusField(conflictFieldId(open));
      return open === undefined;
    },
  };
}
