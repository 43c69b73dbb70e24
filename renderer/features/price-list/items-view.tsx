import type { ItemKind, ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { isRetired } from './active-text.ts';
import { ItemDetail } from './item-detail.tsx';
import { ItemsTable } from './items-table.tsx';
import { NewItem } from './new-item.tsx';
import styles from './price-list.module.css';
import type { ResumedForm } from './price-list-draft.ts';
import type { TypedForms } from './typed-forms.ts';
import { useListAndForm } from './use-list-and-form.ts';
import type { WholePriceList } from './use-price-list.ts';

interface ItemsViewProps {
  kind: ItemKind;
  list: WholePriceList;
  typed: TypedForms;
  resumed: ResumedForm | null;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}

/** Services or products in the manager's order, and the chosen one beside them. */
export function ItemsView({ kind, list, typed, resumed, isAdding, onAdding }: ItemsViewProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const toasts = useToasts();
  const day = today();
  const items = inUseFirst(
    list.items.filter((item) => item.kind === kind),
    day,
  );
  const rows = useListAndForm(items, resumed, () => onAdding(false));
  const order = useCommand(client.visits.orderItems);
  const move = (step: number) => {
    const ids = moved(items, rows.index, step);
    if (ids && !order.isPending) order.mutate({ kind, ids });
  };
  useViewKeys([
    { keys: 'Alt+↑', label: t('prices:keys.up'), action: () => move(-1), onBar: false },
    { keys: 'Alt+↓', label: t('prices:keys.down'), action: () => move(1), onBar: false },
  ]);
  return (
    <>
      <div className={twoPanes.list} ref={rows.table}>
        {order.error && <Banner tone="stop" role="alert" title={ofError(order.error)} />}
        <ItemsTable
          kind={kind}
          items={items}
          rates={list.rates}
          day={day}
          chosenId={isAdding ? null : (rows.chosen?.id ?? null)}
          onChoose={(item) => {
            onAdding(false);
            rows.choose(item);
          }}
        />
        {items.length > 1 && (
          <div className={styles.order}>
            <Button small keys={['Alt', '↑']} onPress={() => move(-1)}>
              {t('prices:keys.up')}
            </Button>
            <Button small keys={['Alt', '↓']} onPress={() => move(1)}>
              {t('prices:keys.down')}
            </Button>
            <p className={twoPanes.help}>{t('prices:orderHelp')}</p>
          </div>
        )}
      </div>
      {isAdding ? (
        <NewItem
          key={resumed?.draft.id}
          kind={kind}
          rates={list.rates}
          typed={typed}
          resumed={resumed}
          onClose={rows.leave}
          onAdded={(id, name) => {
            rows.added(id);
            onAdding(false);
            toasts.show({ text: t('prices:added', { name }) });
          }}
        />
      ) : (
        rows.chosen && (
          <ItemDetail
            key={rows.formKey}
            item={rows.chosen}
            rates={list.rates}
            typed={typed}
            resumed={resumed}
            onLeave={rows.leave}
          />
        )
      )}
    </>
  );
}

function inUseFirst(items: readonly ManagedItem[], day: string): ManagedItem[] {
  return [...items.filter((item) => !isRetired(item, day)), ...items.filter((item) => isRetired(item, day))];
}

/** Ids with the row of that index one step up or down; null when there is no such step. */
function moved(items: readonly ManagedItem[], index: number, step: number): string[] | null {
  const ids = items.map(({ id }) => id);
  const [one, other] = [ids[index], ids[index + step]];
  if (one === undefined || other === undefined) return null;
  ids[index] = other;
  ids[index + step] = one;
  return ids;
}
