import { CircleAlert, CornerLeftUp } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

/** The texts around a field. All fields of this folder take these. */
export interface FieldTexts {
  /** Always visible, unless `isLabelHidden` (cells of a table whose column names the field). */
  label: string;
  isLabelHidden?: boolean | undefined;
  /** Small words at the end of the label row, for example "optional". Required is the default and has no mark. */
  mark?: ReactNode;
  help?: ReactNode;
  /** A whole sentence for people; its presence makes the field invalid. */
  error?: string | undefined;
  /** The program filled the value in: dashed border, and the note says from where. `true` when the note stands elsewhere. */
  auto?: string | boolean | undefined;
}

/** What a form library needs of a field: the same for all fields, with the value's own type. */
export interface FieldBinding<Value> {
  value: Value;
  // a method, so that a form whose own type is narrower (never null, only true) still fits
  onChange(value: Value): void;
  onBlur?: (() => void) | undefined;
  /** the element that takes the focus when the form sends the person to this field */
  ref?: Ref<HTMLInputElement> | undefined;
  /** id of the focusable element or of the group; `ErrorSummary` goes there */
  id?: string | undefined;
  isDisabled?: boolean | undefined;
}

export function FieldLabel({ label, mark, isLabelHidden }: FieldTexts) {
  if (isLabelHidden) return null;
  return (
    <Label className={classNames(styles.label)}>
      <span>{label}</span>
      {mark && <span className={styles.mark}>{mark}</span>}
    </Label>
  );
}

/** Help, the note of a filled-in value, and the error, in this order, tied to the field by react-aria. */
export function FieldNotes({ help, auto, error }: FieldTexts) {
  const note = typeof auto === 'string' ? auto : undefined;
  return (
    <>
      {(note || help) && (
        <Text slot="description" className={classNames(styles.help, note && styles.note)}>
          {note && <CornerLeftUp size={14} aria-hidden="true" />}
          <span>{note ?? help}</span>
        </Text>
      )}
      {error && (
        <FieldError className={classNames(styles.error)}>
          <CircleAlert size={15} aria-hidden="true" />
          <span>{error}</span>
        </FieldError>
      )}
    </>
  );
}

/** Class of the wrapper: `auto` and the error state are drawn from it. */
export function fieldClass({ auto, error }: FieldTexts, ...more: (string | false | undefined)[]): string {
  return classNames(styles.field, auto && !error && styles.auto, ...more);
}

/** Props of the wrapper that every react-aria field takes from our texts. */
export function fieldState({ label, isLabelHidden, error }: FieldTexts) {
  return {
    isInvalid: Boolean(error),
    // 'native' would stop the form's submit before the app's own rules have run
    validationBehavior: 'aria' as const,
    ...(isLabelHidden ? { 'aria-label': label } : {}),
  };
}
