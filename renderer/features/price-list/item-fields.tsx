import type { Control } from 'react-hook-form';
import type { ItemKind } from '#shared/features/visits/price-list-contract.ts';
import { rateOn, vatClasses } from '#shared/features/visits/price-on.ts';
import { formatVatRate } from '#shared/values/money.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { ActiveTimeFields } from './active-time-fields.tsx';
import { hasLength, type ItemForm, type ReadItem } from './item-form.ts';
import styles from './price-list.module.css';
import type { WholePriceList } from './use-price-list.ts';

interface ItemFieldsProps {
  control: Control<ItemForm, unknown, ReadItem>;
  kind: ItemKind;
  rates: WholePriceList['rates'];
  /** Day for the rates that the classes are shown with. */
  day: string;
  isNew: boolean;
}

/** Name and length, price from a day, and the time in use. */
export function ItemFields({ control, kind, rates, day, isNew }: ItemFieldsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  const classes = vatClasses.map((vatClass) => {
    const rate = rateOn(rates, vatClass, day);
    return {
      value: vatClass,
      label: t(`prices:classes.${vatClass}`),
      detail: rate === null ? undefined : formatVatRate(rate),
    };
  });
  return (
    <>
      <div className={styles.pair}>
        <Controlled {...bind} name="name">
          {(field) => <TextField autoFocus={isNew} maxLength={80} label={t('prices:item.name')} {...field} />}
        </Controlled>
        {hasLength(kind) && (
          <Controlled {...bind} name="minutes">
            {(field) => (
              <TextField
                label={t('prices:item.minutes')}
                mark={t('optional')}
                suffix={t('prices:item.minutesUnit')}
                isNumeric
                inputMode="numeric"
                maxLength={3}
                {...field}
              />
            )}
          </Controlled>
        )}
      </div>
      <div className={styles.triple}>
        <Controlled {...bind} name="unitPriceCents">
          {(field) => <MoneyField label={t('prices:item.price')} unit="€" {...field} />}
        </Controlled>
        <Controlled {...bind} name="vatClass">
          {({ ref: _, ...field }) => <Select label={t('prices:item.vat')} options={classes} {...field} />}
        </Controlled>
        <Controlled {...bind} name="validFrom">
          {(field) => <DateField label={t('prices:item.validFrom')} {...field} />}
        </Controlled>
      </div>
      <p className={twoPanes.help}>{t(isNew ? 'prices:item.newHelp' : 'prices:item.priceHelp')}</p>
      {!isNew && <ActiveTimeFields control={control} />}
    </>
  );
}
