import { useQuery } from '@tanstack/react-query';
import type { GroupChange } from '#shared/features/customers/contract.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { ReadFault } from '../../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { ChangeLines } from '../../../ui/change-lines.tsx';

/** What the group has been called, and when it was in use. */
export function GroupChanges({ groupId }: { groupId: string }) {
  const t = useTexts();
  const read = useQuery(client.customers.groupChanges({ groupId }));
  const { data } = read;
  if (data?.length === 0) return null;
  return (
    <ChangeLines
      title={t('customers:groups.changes')}
      lines={data?.map((change) => ({
        id: change.id,
        text: changeText(t, change),
        at: formatInstant(change.at),
        by: change.by,
      }))}
      fault={<ReadFault of={read} isInline />}
    />
  );
}

function changeText(t: Translate, { field, oldValue, newValue }: GroupChange): string {
  const what = t(`customers:groups.changed.${field}`);
  if (field === 'name') return `${what}: ${oldValue} → ${newValue}`;
  return newValue === null ? what : `${what}: ${newValue}`;
}
