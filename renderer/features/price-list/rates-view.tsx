import { CalendarClock } from 'lucide-react';
import { nextChange, priceOn, type VatClass, vatClasses } from '#shared/features/visits/price-on.ts';
import { formatDate, today } from '#shared/values/dates.ts';
import { formatVatRate } from '#shared/values/money.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { focusField } from '../../ui/focus-field.ts';
import { Table } from '../../ui/table.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import styles from './price-list.module.css';
import type { ResumedForm } from './price-list-draft.ts';
import { RateDetail } from './rate-detail.tsx';
import type { TypedForms } from './typed-forms.ts';
import { useListAndForm } from './use-list-and-form.ts';
import type { WholePriceList } from './use-price-list.ts';

interface RatesViewProps {
  list: WholePriceList;
  typed: TypedForms;
  resumed: ResumedForm | null;
}

/** The classes of VAT with their rates now and to come. */
export function RatesView({ list, typed, resumed }: RatesViewProps) {
  const t = useTexts();
  const day = today();
  const classes = vatClasses.map((id) => {
    const rates = list.rates.filter(({ vatClass }) => vatClass === id);
    return { id, rates, now: priceOn(rates, day)?.rate ?? null, next: nextChange(rates, day) };
  });
  const rows = useListAndForm(classes, resumed);
  return (
    <>
      <div className={twoPanes.list} ref={rows.table}>
        <div className={styles.table}>
          <Table
            label={t('prices:views.rates')}
            rows={classes}
            rowId={({ id }) => id}
            selectedId={rows.chosen?.id ?? null}
            onSelect={rows.choose}
            onOpen={() => focusField('rate')}
            columns={[
              {
                id: 'name',
                header: t('prices:rate.class'),
                isRowHeader: true,
                cell: ({ id }) => <ClassName vatClass={id} />,
              },
              {
                id: 'now',
                header: t('prices:rate.now'),
                align: 'end',
                width: '96px',
                cell: ({ now }) => (now === null ? '–' : formatVatRate(now)),
              },
              {
                id: 'next',
                header: t('prices:table.status'),
                width: '36%',
                cell: ({ next }) =>
                  next ? (
                    <Badge icon={<CalendarClock aria-hidden="true" />}>
                      {t('prices:status.change', {
                        what: formatVatRate(next.rate),
                        date: formatDate(next.validFrom),
                      })}
                    </Badge>
                  ) : (
                    <span className={twoPanes.dim}>{t('prices:status.noChange')}</span>
                  ),
              },
            ]}
          />
        </div>
      </div>
      {rows.chosen && (
        <RateDetail
          key={rows.formKey}
          vatClass={rows.chosen.id}
          rates={rows.chosen.rates}
          typed={typed}
          resumed={resumed}
          onLeave={rows.leave}
        />
      )}
    </>
  );
}

function ClassName({ vatClass }: { vatClass: VatClass }) {
  const t = useTexts();
  return (
    <span className={twoPanes.name}>
      {t(`prices:classes.${vatClass}`)}
      <small>{t(`prices:classLaw.${vatClass}`)}</small>
    </span>
  );
}
