import type { FieldBinding, FieldTexts } from './field.tsx';
import { moneyText, parseMoney } from './money-text.ts';
import { TextField } from './text-field.tsx';
import { useTypedValue } from './use-typed-value.ts';

export interface MoneyFieldProps extends FieldTexts, FieldBinding<number | null> {
  autoFocus?: boolean | undefined;
  /** unit after the amount; cells of a table with a unit in the column leave it out */
  unit?: string | undefined;
}

/** Euros and cents with a Finnish comma. The value is whole cents, `null` when empty, `NaN` when it is no amount. */
export function MoneyField({ value, onChange, onBlur, unit, ...field }: MoneyFieldProps) {
  const typed = useTypedValue(value, onChange, parseMoney, moneyText);
  return (
    <TextField
      {...field}
      value={typed.text}
      onChange={typed.onTextChange}
      onBlur={() => {
        typed.tidy();
        onBlur?.();
      }}
      inputMode="decimal"
      align="end"
      isNumeric
      suffix={unit}
    />
  );
}
