import type { ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { priceOn } from '#shared/features/visits/price-on.ts';
import { today } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { useToasts } from '../../ui/toast.tsx';
import { ChangeList } from './change-list.tsx';
import { DetailForm } from './detail-form.tsx';
import { EndingButtons } from './ending-buttons.tsx';
import { ItemFields } from './item-fields.tsx';
import { ItemPrices } from './item-prices.tsx';
import type { ResumedForm } from './price-list-draft.ts';
import type { TypedForms } from './typed-forms.ts';
import { useItemEdit } from './use-item-form.ts';
import type { WholePriceList } from './use-price-list.ts';

interface ItemDetailProps {
  item: ManagedItem;
  rates: WholePriceList['rates'];
  typed: TypedForms;
  resumed: ResumedForm | null;
  /** Back to the list. */
  onLeave: () => void;
}

/** One item: what may be changed, its prices, and who changed what. */
export function ItemDetail({ item, rates, typed, resumed, onLeave }: ItemDetailProps) {
  const t = useTexts();
  const toasts = useToasts();
  const { form, kept, submit, isPending, error } = useItemEdit(item, typed, resumed, () =>
    toasts.show({ text: t('prices:saved', { name: item.name }) }),
  );
  const retime = useCommand(client.visits.setItemTimes, {
    onDone: (_value, { expectedVersion }) => kept.advance(expectedVersion),
  });
  const remove = useCommand(client.visits.removeItem, {
    onDone: () => toasts.show({ text: t('prices:removed', { name: item.name }) }),
  });
  const price = priceOn(item.prices, today());
  const seen = { id: item.id, expectedVersion: item.version };
  return (
    <DetailForm
      title={item.name}
      sub={price ? t('prices:item.now', { price: formatCents(price.unitPriceCents) }) : undefined}
      error={error ?? retime.error ?? remove.error}
      isChanged={form.formState.isDirty}
      isPending={isPending}
      submit={submit}
      onCancel={() => {
        kept.discard();
        onLeave();
      }}
      after={
        <>
          <ItemPrices item={item} onChanged={kept.advance} />
          <ChangeList subject="item" subjectId={item.id} />
        </>
      }
      foot={
        <EndingButtons
          name={item.name}
          time={item}
          isUsed={item.isUsed}
          isPending={retime.isPending || remove.isPending}
          onTimes={(activeUntil) =>
            retime.mutate({ ...seen, activeFrom: activeUntil && item.activeFrom, activeUntil })
          }
          onRemove={() => remove.mutate(seen)}
        />
      }
    >
      <ItemFields control={form.control} kind={item.kind} rates={rates} day={today()} isNew={false} />
    </DetailForm>
  );
}
