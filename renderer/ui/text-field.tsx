import type { HTMLAttributes, KeyboardEventHandler, ReactNode } from 'react';
import { TextField as AriaTextField, Input } from 'react-aria-components';
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

export interface TextInputProps {
  isReadOnly?: boolean | undefined;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | undefined;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'] | undefined;
  spellCheck?: 'true' | 'false' | undefined;
}

export interface TextFieldProps extends FieldTexts, FieldBinding<string>, TextInputProps {
  /** codes, keys and identity codes: monospaced, with the slashed zero */
  isMono?: boolean | undefined;
  /** figures of equal width: phone, postal code */
  isNumeric?: boolean | undefined;
  align?: 'start' | 'end' | undefined;
  /** unit, icon or button inside the end of the box */
  suffix?: ReactNode;
  /** `ok` colours the suffix: the check mark of a code that was found right */
  suffixTone?: 'plain' | 'ok' | undefined;
  onKeyDown?: KeyboardEventHandler<HTMLInputElement> | undefined;
  onKeyUp?: KeyboardEventHandler<HTMLInputElement> | undefined;
  /** more notes under the box: strength meter, Caps Lock */
  children?: ReactNode;
}

/** One line of text. Never fills in from the browser's memory: the next person at the desk must not see it. */
export function TextField(props: TextFieldProps) {
  const { suffix, children, isMono, isNumeric, align, ref, suffixTone, isDisabled, ...rest } = props;
  const { value, onChange, onBlur, id, isReadOnly, autoFocus, maxLength, type, inputMode, spellCheck } = rest;
  return (
    <AriaTextField
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled, isReadOnly, autoFocus, maxLength, type, inputMode })}
      spellCheck={spellCheck ?? 'false'}
      autoComplete="off"
      value={value}
      onChange={onChange}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className={classNames(inputStyles.wrap, Boolean(suffix) && inputStyles.hasSuffix)}>
        <Input
          {...defined({ ref, onKeyDown: props.onKeyDown, onKeyUp: props.onKeyUp })}
          className={classNames(
            inputStyles.input,
            isMono && inputStyles.mono,
            isNumeric && inputStyles.numeric,
            align === 'end' && inputStyles.end,
          )}
        />
        {suffix && (
          <span className={inputStyles.suffix} data-tone={suffixTone}>
            {suffix}
          </span>
        )}
      </div>
      {children}
      <FieldNotes {...props} />
    </AriaTextField>
  );
}
