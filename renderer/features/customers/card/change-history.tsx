import { useQuery } from '@tanstack/react-query';
import type { CustomerChange, CustomerFormInput } from '#shared/features/customers/contract.ts';
import { recordText, recordTitle } from '#shared/features/customers/record-text.ts';
import type { ShownRecord } from '#shared/features/customers/records.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { allTexts } from '../../../locales/all-texts.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { InlineError } from '../../../ui/inline-error.tsx';
import { valueText } from '../value-text.ts';
import styles from './change-history.module.css';

/** Every change of the details, newest first, with the value before and after. */
export function ChangeHistory({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data: changes, error } = useQuery(client.customers.history({ customerId }));
  const { language } = usePreferences();
  const { words } = allTexts[language];
  const titleOf = ({
    field,
    oldRecord,
    newRecord,
  }: Pick<CustomerChange, 'field' | 'oldRecord' | 'newRecord'>) => {
    const record = newRecord ?? oldRecord;
    return record ? recordTitle(record, words) : t(`customers:fields.${field as keyof CustomerFormInput}`);
  };
  const shownText = (field: string, value: string | null, record: ShownRecord | null) => {
    if (!record) return valueText(t, field, value);
    const isHidden = record.kind === 'address' && record.street === null;
    return isHidden ? t('customers:protected.word') : recordText(record, words, language);
  };
  if (error) return <InlineError>{ofError(error)}</InlineError>;
  if (!changes) return null;
  if (changes.length === 0) return <p className={styles.empty}>{t('customers:history.empty')}</p>;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('customers:history.title')}>
        <thead>
          <tr>
            <th scope="col">{t('customers:history.at')}</th>
            <th scope="col">{t('customers:history.field')}</th>
            <th scope="col">{t('customers:history.oldValue')}</th>
            <th scope="col">{t('customers:history.newValue')}</th>
            <th scope="col">{t('customers:history.by')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, at, by, source, ...change }) => (
            <tr key={id}>
              <td>
                {formatDate(dateAt(at))} <span className={styles.dim}>{formatTime(at)}</span>
              </td>
              <th scope="row">{titleOf(change)}</th>
              <td>{shownText(change.field, change.oldValue, change.oldRecord)}</td>
              <td>{shownText(change.field, change.newValue, change.newRecord)}</td>
              <td>
                {by} <span className={styles.dim}>{t(`words:sources.${source}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
