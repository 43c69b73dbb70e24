import { CheckboxGroup as AriaCheckboxGroup, Checkbox } from 'react-aria-components';
import styles from './checkbox.module.css';
import { CheckboxBox } from './checkbox.tsx';
import { type Choice, inOrder } from './choice.ts';
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

export interface CheckboxGroupProps<Value extends string> extends FieldTexts, FieldBinding<readonly Value[]> {
  choices: readonly Choice<Value>[];
  isStacked?: boolean | undefined;
}

/** Any number of boxes under one label; the value keeps the order of `choices`. */
export function CheckboxGroup<Value extends string>(props: CheckboxGroupProps<Value>) {
  const { choices, value, onChange, onBlur, id, isDisabled, ref, isStacked } = props;
  return (
    <AriaCheckboxGroup
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled })}
      value={[...value]}
      onChange={(chosen) => onChange(inOrder(choices, chosen))}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className={styles.group} data-stacked={isStacked || undefined}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            className={classNames(styles.checkbox)}
            {...defined({ isDisabled: choice.isDisabled, inputRef: index === 0 ? ref : undefined })}
          >
            <CheckboxBox />
            <span>{choice.label}</span>
          </Checkbox>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaCheckboxGroup>
  );
}
