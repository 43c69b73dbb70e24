import { CalendarClock } from 'lucide-react';
import type { ItemKind, ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { nextChange, priceOn, rateOn } from '#shared/features/visits/price-on.ts';
import { formatDate } from '#shared/values/dates.ts';
import { formatCents, formatVatRate } from '#shared/values/money.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusField } from '../../ui/focus-field.ts';
import { type Column, Table } from '../../ui/table.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { activeText, isRetired } from './active-text.ts';
import { hasLength } from './item-form.ts';
import styles from './price-list.module.css';
import type { WholePriceList } from './use-price-list.ts';

interface ItemsTableProps {
  kind: ItemKind;
  items: readonly ManagedItem[];
  rates: WholePriceList['rates'];
  day: string;
  chosenId: string | null;
  onChoose: (item: ManagedItem) => void;
}

/** Present price and VAT of each item; a change that is coming is marked. */
export function ItemsTable({ kind, items, rates, day, chosenId, onChoose }: ItemsTableProps) {
  const t = useTexts();
  const columns: Column<ManagedItem>[] = [
    {
      id: 'name',
      header: t('prices:item.name'),
      isRowHeader: true,
      cell: (item) => (
        <span className={isRetired(item, day) ? twoPanes.off : twoPanes.name}>
          {item.name}
          {hasLength(kind) && item.minutes !== null && !item.name.endsWith(`${item.minutes} min`) && (
            <small>{t('prices:minutes', { minutes: item.minutes })}</small>
          )}
        </span>
      ),
    },
    {
      id: 'price',
      header: t('prices:item.price'),
      align: 'end',
      width: '104px',
      cell: ({ prices }) => {
        const price = priceOn(prices, day);
        return price ? formatCents(price.unitPriceCents) : '–';
      },
    },
    {
      id: 'vat',
      header: t('prices:item.vat'),
      align: 'end',
      width: '84px',
      cell: ({ prices }) => vatText(priceOn(prices, day), rates, day),
    },
    {
      id: 'status',
      header: t('prices:table.status'),
      width: '30%',
      cell: (item) => <Status item={item} day={day} />,
    },
  ];
  return (
    <div className={styles.table}>
      <Table
        label={t(`prices:views.${kind}`)}
        rows={items}
        rowId={({ id }) => id}
        selectedId={chosenId}
        onSelect={onChoose}
        onOpen={() => focusField('name')}
        columns={columns}
        empty={
          <EmptyState title={t(`prices:empty.${kind}.title`)}>{t(`prices:empty.${kind}.text`)}</EmptyState>
        }
      />
    </div>
  );
}

type Price = ManagedItem['prices'][number];

function vatText(price: Price | null, rates: ItemsTableProps['rates'], day: string): string {
  const rate = price && rateOn(rates, price.vatClass, day);
  return rate === null ? '–' : formatVatRate(rate);
}

function Status({ item, day }: { item: ManagedItem; day: string }) {
  const t = useTexts();
  const time = activeText(t, item, day);
  const next = nextChange(item.prices, day);
  if (time === null && !next) return <span className={twoPanes.dim}>{t('prices:status.inUse')}</span>;
  return (
    <span className={twoPanes.badges}>
      {next && <Badge icon={<CalendarClock aria-hidden="true" />}>{comingText(t, item, next, day)}</Badge>}
      {time !== null && <Badge>{time}</Badge>}
    </span>
  );
}

/** The coming price, or the coming class of VAT when the price stays. */
function comingText(t: Translate, item: ManagedItem, next: Price, day: string): string {
  const date = formatDate(next.validFrom);
  const isSamePrice = priceOn(item.prices, day)?.unitPriceCents === next.unitPriceCents;
  const what = isSamePrice ? t(`prices:classes.${next.vatClass}`) : formatCents(next.unitPriceCents);
  return t('prices:status.change', { what, date });
}
