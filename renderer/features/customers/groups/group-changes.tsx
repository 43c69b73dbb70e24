import { useQuery } from '@tanstack/react-query';
import type { GroupChange } from '#shared/features/customers/contract.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { InlineError } from '../../../ui/inline-error.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import styles from './groups-page.module.css';

/** What the group has been called, and when it was in use. */
export function GroupChanges({ groupId }: { groupId: string }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data, error } = useQuery(client.customers.groupChanges({ groupId }));
  if (data?.length === 0) return null;
  return (
    <section>
      <SectionHead level={3} title={t('customers:groups.changes')} />
      {error && <InlineError>{ofError(error)}</InlineError>}
      <ul className={styles.changes}>
        {data?.map((change) => (
          <li key={change.id}>
            <span>{changeText(t, change)}</span>
            <small>
              {formatInstant(change.at)}, {change.by}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeText(t: Translate, { field, oldValue, newValue }: GroupChange): string {
  const what = t(`customers:groups.changed.${field}`);
  if (field === 'name') return `${what}: ${oldValue} → ${newValue}`;
  return newValue === null ? what : `${what}: ${newValue}`;
}
