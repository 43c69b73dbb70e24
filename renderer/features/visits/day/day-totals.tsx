import type { dayProcedures } from '#shared/features/visits/day-contract.ts';
import { paymentMethods } from '#shared/features/visits/kinds.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { formatCents } from '#shared/values/money.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './day-page.module.css';

type Totals = CallOutput<typeof dayProcedures.ofDay>['totals'];

/** The day's money by payment method; what was taken back that day is counted off. */
export function DayTotals({ totals, isNarrowed }: { totals: Totals; isNarrowed: boolean }) {
  const t = useTexts();
  const inOrder = [...paymentMethods, null].flatMap((method) =>
    totals.filter(({ paymentMethod }) => paymentMethod === method),
  );
  const sum = totals.reduce((all, { cents }) => all + cents, 0);
  return (
    <footer className={styles.totals}>
      <dl>
        {inOrder.map(({ paymentMethod, cents }) => (
          <div key={paymentMethod}>
            <dt>{paymentMethod ? t(`words:payments.${paymentMethod}`) : t('visits:day.unknownPayment')}</dt>
            <dd>{formatCents(cents)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <span>{t(isNarrowed ? 'visits:day.totalNarrowed' : 'visits:day.total')}</span>
        <output>{formatCents(sum)}</output>
      </p>
    </footer>
  );
}
