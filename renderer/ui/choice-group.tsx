import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { type Choice, type ChoiceProps, focusIndex } from './choice.ts';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import { FieldLabel, FieldNotes, fieldClass, fieldState } from './field.tsx';

interface ChoiceGroupProps<Value extends string> extends ChoiceProps<Value> {
  groupClass: string | undefined;
  choiceClass: string | undefined;
  orientation?: 'horizontal' | 'vertical';
  children: (choice: Choice<Value>) => ReactNode;
}

/** The radio group under every single-choice control of this folder; only the drawing differs. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { choices, value, onChange, onBlur, id, ref, isDisabled, groupClass, choiceClass, children } = props;
  const focusAt = focusIndex(choices, value);
  return (
    <RadioGroup
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled })}
      orientation={props.orientation ?? 'horizontal'}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className={groupClass}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={classNames(choiceClass)}
            {...defined({
              inputRef: index === focusAt ? ref : undefined,
              isDisabled: choice.isDisabled,
            })}
          >
            {children(choice)}
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </RadioGroup>
  );
}
