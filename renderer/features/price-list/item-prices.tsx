import type { ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import { oldestPriceDate } from '#shared/features/visits/price-list-contract.ts';
import { priceOn } from '#shared/features/visits/price-on.ts';
import { formatDate, today } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { Table } from '../../ui/table.tsx';

type Price = ManagedItem['prices'][number];

interface ItemPricesProps {
  item: ManagedItem;
  /** That version of the item has been changed here. */
  onChanged: (from: number) => void;
}

/** Every price there has been and will be, newest first; one that has not begun can be taken back. */
export function ItemPrices({ item, onChanged }: ItemPricesProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const remove = useCommand(client.visits.removeItemPrice, {
    onDone: (_value, { expectedVersion }) => onChanged(expectedVersion),
  });
  const day = today();
  const takeBack = ({ validFrom }: Price) =>
    remove.mutate({ id: item.id, expectedVersion: item.version, validFrom });
  return (
    <section>
      <SectionHead level={3} title={t('prices:item.prices')} />
      {remove.error && <InlineError>{ofError(remove.error)}</InlineError>}
      <Table
        isPlain
        label={t('prices:item.prices')}
        rows={[...item.prices].reverse()}
        rowId={({ validFrom }) => validFrom}
        columns={[
          {
            id: 'from',
            header: t('prices:item.from'),
            isRowHeader: true,
            width: '32%',
            cell: ({ validFrom }) => fromText(t, validFrom),
          },
          { id: 'price', header: t('prices:item.price'), cell: (price) => formatCents(price.unitPriceCents) },
          {
            id: 'vat',
            header: t('prices:item.vat'),
            cell: ({ vatClass }) => t(`prices:classes.${vatClass}`),
          },
          {
            id: 'end',
            header: t('prices:table.status'),
            align: 'end',
            cell: (price) =>
              price.validFrom > day ? (
                <LinkButton onPress={() => takeBack(price)}>{t('prices:takeBack')}</LinkButton>
              ) : (
                price === priceOn(item.prices, day) && t('prices:status.inForce')
              ),
          },
        ]}
      />
    </section>
  );
}

/** What has held since before the register began is not given a date that nobody chose. */
function fromText(t: Translate, validFrom: string): string {
  return validFrom === oldestPriceDate ? t('prices:item.always') : formatDate(validFrom);
}
