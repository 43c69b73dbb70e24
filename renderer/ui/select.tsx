import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
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
import popup from './popup.module.css';
import styles from './select.module.css';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** small words or a price at the end of the row */
  detail?: string | undefined;
}

export interface SelectProps<Value extends string>
  extends FieldTexts,
    Omit<FieldBinding<Value | null>, 'ref'> {
  options: readonly Option<Value>[];
  /** shown while nothing is chosen; nothing is preselected unless `value` says so */
  placeholder?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

/** One of five or six choices. Fewer: `SegmentedAnswer` or `ChoiceChips`; more: `ComboBox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, onBlur, id, isDisabled, placeholder = '', ref } = props;
  return (
    <AriaSelect
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled })}
      value={value}
      onChange={(key) => onChange(key as Value | null)}
      placeholder={placeholder}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <Button {...defined({ ref })} className={classNames(inputStyles.input, styles.trigger)}>
        <SelectValue className={classNames(styles.value)}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown size={16} aria-hidden="true" />
      </Button>
      <FieldNotes {...props} />
      <Popover className={classNames(popup.popup)} offset={3}>
        <ListBox className={classNames(popup.list)}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={classNames(popup.option)}
            >
              <span>{option.label}</span>
              {option.detail && <span className={popup.detail}>{option.detail}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
