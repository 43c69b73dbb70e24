import { Checkbox, CheckboxGroup } from 'react-aria-components';
import { type Choice, type ChoiceProps, inOrder } from './choice.ts';
import styles from './choice-chips.module.css';
import { ChoiceGroup } from './choice-group.tsx';
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
import { Kbd } from './kbd.tsx';

export interface ChoiceChipsProps<Value extends string> extends ChoiceProps<Value> {
  small?: boolean | undefined;
}

/** One of the choices, in a row that may wrap. */
export function ChoiceChips<Value extends string>({ small, ...props }: ChoiceChipsProps<Value>) {
  return (
    <ChoiceGroup {...props} groupClass={styles.chips} choiceClass={chipClass(small)}>
      {(choice) => <ChipContent choice={choice} />}
    </ChoiceGroup>
  );
}

export interface MultiChoiceChipsProps<Value extends string>
  extends FieldTexts,
    FieldBinding<readonly Value[]> {
  choices: readonly Choice<Value>[];
  small?: boolean | undefined;
}

/** Any number of the choices; the value keeps the order of `choices`. */
export function MultiChoiceChips<Value extends string>({ small, ...props }: MultiChoiceChipsProps<Value>) {
  const { choices, value, onChange, onBlur, id, isDisabled, ref } = props;
  return (
    <CheckboxGroup
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled })}
      value={[...value]}
      onChange={(chosen) => onChange(inOrder(choices, chosen))}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className={styles.chips}>
        {choices.map((choice, index) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            className={chipClass(small)}
            {...defined({ isDisabled: choice.isDisabled, inputRef: index === 0 ? ref : undefined })}
          >
            <ChipContent choice={choice} />
          </Checkbox>
        ))}
      </div>
      <FieldNotes {...props} />
    </CheckboxGroup>
  );
}

function ChipContent({ choice }: { choice: Choice }) {
  return (
    <>
      {choice.keys && <Kbd keys={choice.keys} />}
      {choice.icon}
      <span>{choice.label}</span>
      {choice.note && <span className={styles.note}>{choice.note}</span>}
    </>
  );
}

function chipClass(small: boolean | undefined): string {
  return classNames(styles.chip, small && styles.small);
}
