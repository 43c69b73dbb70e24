import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import {
  type FieldBinding,
  FieldLabel,
  FieldNotes,
  type FieldTexts,
  fieldClass,
  fieldState,
} from './field.tsx';
import inputStyles from './input.module.css';

export interface TextAreaProps extends FieldTexts, Omit<FieldBinding<string>, 'ref'> {
  rows?: number | undefined;
  maxLength?: number | undefined;
  autoFocus?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of free text. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, id, isDisabled, isReadOnly, maxLength, autoFocus, rows = 3, ref } = props;
  return (
    <AriaTextField
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled, isReadOnly, maxLength, autoFocus })}
      value={value}
      onChange={onChange}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <AriaTextArea
        {...defined({ ref })}
        rows={rows}
        className={classNames(inputStyles.input, inputStyles.area)}
      />
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
