import { formatDate, isoDateSchema, parseDate, type TwoDigitYears, today } from '#shared/values/dates.ts';
import type { FieldBinding, FieldTexts } from './field.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';
import { useTypedValue } from './use-typed-value.ts';

export interface DateFieldProps extends FieldTexts, FieldBinding<string> {
  autoFocus?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  suffix?: TextFieldProps['suffix'];
  /** which year two digits stand for; `near` unless said otherwise */
  years?: TwoDigitYears | undefined;
}

/**
 * A date typed as people write it (`1.2.1980`, `010280`, `1980-02-01`). The value is `YYYY-MM-DD`, empty when
 * empty, and the text as typed when it is no date, so that the form's own schema says what is wrong.
 */
export function DateField({ value, onChange, onBlur, years = 'near', ...field }: DateFieldProps) {
  const read = (text: string) => finnishDate(text, years) ?? text.trim();
  const typed = useTypedValue(value, onChange, read, dateText);
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

function finnishDate(text: string, years: TwoDigitYears): string | null {
  const date = parseDate(text, today(), years);
  return date.ok ? date.value : null;
}

function dateText(value: string): string {
  return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
}
