import type { ItemKind } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { LeaveGuard } from '../../app/leave-guard.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { DetailForm } from './detail-form.tsx';
import { ItemFields } from './item-fields.tsx';
import { useNewItem } from './use-item-form.ts';
import type { WholePriceList } from './use-price-list.ts';

interface NewItemProps {
  kind: ItemKind;
  rates: WholePriceList['rates'];
  onClose: () => void;
  onAdded: (id: string, name: string) => void;
}

export function NewItem({ kind, rates, onClose, onAdded }: NewItemProps) {
  const t = useTexts();
  const { form, submit, isPending, error } = useNewItem(kind, onAdded);
  return (
    <DetailForm
      title={t(`prices:new.${kind}`)}
      error={error}
      isChanged
      isPending={isPending}
      submit={submit}
      saveLabel={t('prices:add')}
      onCancel={onClose}
    >
      <LeaveGuard hasUnsaved={() => form.formState.isDirty && !isPending} />
      <ItemFields control={form.control} kind={kind} rates={rates} day={today()} isNew />
    </DetailForm>
  );
}
