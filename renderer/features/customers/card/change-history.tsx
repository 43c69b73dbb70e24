import { useQuery } from '@tanstack/react-query';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { InlineError } from '../../../ui/inline-error.tsx';
import { valueText } from '../value-text.ts';
import styles from './change-history.module.css';

/** Every change of the details, newest first, with the value before and after. */
export function ChangeHistory({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data: changes, error } = useQuery(client.customers.history({ customerId }));
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
          {changes.map(({ id, at, by, field, oldValue, newValue, source }) => (
            <tr key={id}>
              <td>
                {formatDate(dateAt(at))} <span className={styles.dim}>{formatTime(at)}</span>
              </td>
              <th scope="row">{t(`customers:fields.${field as keyof CustomerFormInput}`)}</th>
              <td>{valueText(t, field, oldValue)}</td>
              <td>{valueText(t, field, newValue)}</td>
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
