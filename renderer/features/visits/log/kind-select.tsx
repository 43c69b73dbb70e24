import { type VisitKind, visitKinds } from '#shared/features/visits/kinds.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { Select } from '../../../ui/select.tsx';
import type { VisitFormApi } from './visit-form-api.ts';

/** A visit unless the customer called, wrote, or did not come. */
export function KindSelect({
  form,
  isLabelHidden,
  onChange,
}: {
  form: VisitFormApi;
  isLabelHidden: boolean;
  onChange: (kind: VisitKind) => void;
}) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  return (
    <Controlled control={form.control} name="kind" errorText={ofIssue}>
      {({ ref: _, ...field }) => (
        <Select
          {...field}
          onChange={(kind) => kind && onChange(kind)}
          label={t('visits:log.kind')}
          isLabelHidden={isLabelHidden}
          options={visitKinds.map((value) => ({ value, label: t(`words:visitKinds.${value}`) }))}
        />
      )}
    </Controlled>
  );
}
