import type { ReactNode, Ref } from 'react';
import type { FieldTexts } from './field.tsx';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  /** mark or icon before the words; it must be decorative, the words say it all */
  icon?: ReactNode;
  /** small words after or under the label */
  note?: ReactNode;
  /** key that chooses it, shown on it; the app binds it */
  keys?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** One of the choices, or `null` while nobody has answered. Nothing is ever preselected by the component. */
export interface ChoiceProps<Value extends string> extends FieldTexts {
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange(value: NoInfer<Value>): void;
  onBlur?: (() => void) | undefined;
  /** the choice that takes the focus: the chosen one, else the first */
  ref?: Ref<HTMLInputElement> | undefined;
  /** id of the group; `ErrorSummary` goes to its first choice */
  id?: string | undefined;
  isDisabled?: boolean | undefined;
}

/** Where the focus lands when a form sends the person to the group. */
export function focusIndex<Value extends string>(
  choices: readonly Choice<Value>[],
  value: Value | null,
): number {
  const chosen = choices.findIndex((choice) => choice.value === value);
  return Math.max(chosen, 0);
}

/** The chosen values in the order of the choices, so that two equal selections compare equal. */
export function inOrder<Value extends string>(
  choices: readonly Choice<Value>[],
  chosen: readonly string[],
): Value[] {
  return choices.map((choice) => choice.value).filter((value) => chosen.includes(value));
}
