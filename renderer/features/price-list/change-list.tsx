import { useQuery } from '@tanstack/react-query';
import type { PriceListChange } from '#shared/features/visits/price-list-contract.ts';
import { vatClassSchema } from '#shared/features/visits/price-on.ts';
import { formatDate, formatInstant } from '#shared/values/dates.ts';
import { formatCents, formatVatRate } from '#shared/values/money.ts';
import { client } from '../../api/client.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { ChangeLines } from '../../ui/change-lines.tsx';

type Subject = 'item' | 'practitioner' | 'vat-rate';

/** Who changed what and when, newest first. */
export function ChangeList({ subject, subjectId }: { subject: Subject; subjectId: string }) {
  const t = useTexts();
  const read = useQuery(client.visits.priceListChanges({ subject, subjectId }));
  return (
    <ChangeLines
      title={t('prices:changes.title')}
      lines={read.data?.map((change) => ({
        id: change.id,
        text: changeText(t, change),
        at: formatInstant(change.at),
        by: change.by,
      }))}
      empty={t('prices:changes.none')}
      fault={<ReadFault of={read} isInline />}
    />
  );
}

function changeText(t: Translate, change: PriceListChange): string {
  const { field, validFrom } = change;
  const what = t(`prices:changes.fields.${field}`);
  const [before, after] = [change.oldValue, change.newValue].map((value) => valueText(t, field, value));
  const from = validFrom ? ` ${t('prices:changes.from', { date: formatDate(validFrom) })}` : '';
  if (field === 'added' || field === 'removed') return `${what}: ${after ?? before}`;
  if (before === null) return `${what}${from}: ${after}`;
  return `${what}${from}: ${before} → ${after ?? t('prices:changes.takenBack')}`;
}

function valueText(t: Translate, field: PriceListChange['field'], value: string | null): string | null {
  if (field === 'activeFrom' || field === 'activeUntil') {
    return value === null ? t('prices:changes.open') : formatDate(value);
  }
  if (value === null) return null;
  if (field === 'price') return formatCents(Number(value));
  if (field === 'rate') return formatVatRate(Number(value));
  if (field === 'minutes') return t('prices:minutes', { minutes: value });
  const vatClass = field === 'vatClass' ? vatClassSchema.safeParse(value) : null;
  return vatClass?.success ? t(`prices:classes.${vatClass.data}`) : value;
}
