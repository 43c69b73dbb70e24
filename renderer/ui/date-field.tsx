import { formatDate, isoDateSchema, parseDate, today } from '#shared/values/dates.ts';
import type { FieldBinding, FieldTexts } from './field.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';
import { useTypedValue } from './use-typed-value.ts';

export interface DateFieldProps extends FieldTexts, FieldBinding<string> {
  autoFocus?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  suffix?: TextFieldProps['suffix'];
  /** Reads what was typed into `YYYY-MM-DD`, or null. The default takes every usual Finnish form, two-digit years in the past. */
  parse?: ((text: string) => string | null) | undefined;
}

/**
 * A date typed as people write it (`1.2.1980`, `010280`, `1980-02-01`). The value is `YYYY-MM-DD`, empty when
 * empty, and the text as typed when it is no date, so that the form's own schema says what is wrong.
 */
export function DateField({ value, onChange, onBlur, parse = finnishDate, ...field }: DateFieldProps) {
  const typed = useTypedValue(value, onChange, (text) => parse(text) ?? text.trim(), dateText);
  return (
    <TextField
      {...field}
      value={typed.text}
      onChange={typed.onTextChange}
      onBlur={() => {
        typed.tidy();
        onBlur?.();
      }}
      isNumeric
    />
  );
}

function finnishDate(text: string): string | null {
  const date = parseDate(text, today());
  return date.ok ? date.value : null;
}

function dateText(value: string): string {
  return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
}
