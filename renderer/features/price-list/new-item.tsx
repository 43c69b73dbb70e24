import type { ItemKind } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DetailForm } from './detail-form.tsx';
import { ItemFields } from './item-fields.tsx';
import type { ResumedForm } from './price-list-draft.ts';
import type { TypedForms } from './typed-forms.ts';
import { useNewItem } from './use-item-form.ts';
import type { WholePriceList } from './use-price-list.ts';

interface NewItemProps {
  kind: ItemKind;
  rates: WholePriceList['rates'];
  typed: TypedForms;
  resumed: ResumedForm | null;
  onClose: () => void;
  onAdded: (id: string, name: string) => void;
}

export function NewItem({ kind, rates, typed, resumed, onClose, onAdded }: NewItemProps) {
  const t = useTexts();
  const { form, kept, submit, isPending, error } = useNewItem(kind, typed, resumed, onAdded);
  return (
    <DetailForm
      title={t(`prices:new.${kind}`)}
      error={error}
      isChanged
      isPending={isPending}
      submit={submit}
      saveLabel={t('prices:add')}
      onCancel={() => {
        kept.discard();
        onClose();
      }}
    >
      <ItemFields control={form.control} kind={kind} rates={rates} day={today()} isNew />
    </DetailForm>
  );
}
