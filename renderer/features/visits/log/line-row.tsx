import { Minus } from 'lucide-react';
import { formatVatRate } from '#shared/values/money.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './lines.module.css';
import { QuantityField } from './quantity-field.tsx';
import type { VisitFormApi } from './visit-form-api.ts';

interface LineRowProps {
  form: VisitFormApi;
  index: number;
  vatRate: number;
  hasDiscount: boolean;
  onRemove: () => void;
}

/** One thing sold: name, quantity and price can be changed, the tax follows the price list. */
export function LineRow({ form, index, vatRate, hasDiscount, onRemove }: LineRowProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const { control } = form;
  const number = index + 1;
  return (
    // Made anew when a line before it comes or goes: react-aria keeps the first id that a field was given.
    <li key={number} className={styles.line} data-discount={hasDiscount || undefined}>
      <div className={styles.name}>
        <Controlled control={control} name={`lines.${index}.name`} errorText={ofIssue}>
          {(field) => (
            <TextField
              {...field}
              label={t('visits:log.lineName', { number })}
              isLabelHidden
              maxLength={120}
            />
          )}
        </Controlled>
      </div>
      <div className={styles.quantity}>
        <Controlled control={control} name={`lines.${index}.quantity`} errorText={ofIssue}>
          {(field) => <QuantityField {...field} label={t('visits:log.quantity', { number })} isLabelHidden />}
        </Controlled>
      </div>
      <div className={styles.price}>
        <Controlled control={control} name={`lines.${index}.unitPriceCents`} errorText={ofIssue}>
          {(field) => <MoneyField {...field} label={t('visits:log.unitPrice', { number })} isLabelHidden />}
        </Controlled>
      </div>
      {hasDiscount && (
        <div className={styles.discount}>
          <Controlled control={control} name={`lines.${index}.discount`} errorText={ofIssue}>
            {(field) => (
              <TextField
                {...field}
                label={t('visits:log.discount', { number })}
                isLabelHidden
                isNumeric
                inputMode="decimal"
                align="end"
                maxLength={12}
              />
            )}
          </Controlled>
        </div>
      )}
      <span className={styles.rate}>{t('visits:log.vat', { rate: formatVatRate(vatRate) })}</span>
      <span className={styles.remove}>
        <IconButton
          small
          label={t('visits:log.removeLine', { number })}
          icon={<Minus size={14} />}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}
