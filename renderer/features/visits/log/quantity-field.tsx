import type { FieldBinding, FieldTexts } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useTypedValue } from '../../../ui/use-typed-value.ts';

/** How many were sold. Empty is 0 and what is no whole number `NaN`; the schema refuses both. */
export function QuantityField({ value, onChange, onBlur, ...field }: FieldTexts & FieldBinding<number>) {
  const typed = useTypedValue(value, onChange, parseQuantity, quantityText);
  return (
    <TextField
      {...field}
      isNumeric
      inputMode="numeric"
      maxLength={4}
      value={typed.text}
      onChange={typed.onTextChange}
      onBlur={() => {
        typed.tidy();
        onBlur?.();
      }}
    />
  );
}

function parseQuantity(text: string): number {
  return /^\d*$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function quantityText(quantity: number): string {
  return Number.isSafeInteger(quantity) && quantity > 0 ? String(quantity) : '';
}
