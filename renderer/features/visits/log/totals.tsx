import { type Control, useWatch } from 'react-hook-form';
import { totalOf, vatByRate } from '#shared/features/visits/totals.ts';
import { formatCents, formatVatRate } from '#shared/values/money.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './lines.module.css';
import { type CheckedVisit, countable, type VisitForm } from './visit-form.ts';

/** The tax by rate and the sum, counted again at every change. */
export function Totals({ control }: { control: Control<VisitForm, unknown, CheckedVisit> }) {
  const t = useTexts();
  const lines = countable(useWatch({ control, name: 'lines' }));
  return (
    <div className={styles.totals}>
      <dl>
        {vatByRate(lines).map(({ vatRate, vatCents }) => (
          <div key={vatRate}>
            <dt>{t('visits:log.vat', { rate: formatVatRate(vatRate) })}</dt>
            <dd>{vatRate === 0 ? t('visits:log.vatFree') : formatCents(vatCents)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.total}>
        <span>{t('visits:log.total')}</span>
        <output>{formatCents(totalOf(lines))}</output>
      </p>
    </div>
  );
}
