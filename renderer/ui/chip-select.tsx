import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import styles from './chip-select.module.css';
import chips from './choice-chips.module.css';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

export interface ChipSelectProps<Value extends string> {
  /** what is chosen, before the choice itself: `Time today` */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  /** something else than the usual is chosen */
  isNarrowing?: boolean | undefined;
}

/** One filter in a row of filters: a chip that opens a list. */
export function ChipSelect<Value extends string>(props: ChipSelectProps<Value>) {
  const { label, value, onChange, options, isNarrowing } = props;
  return (
    <AriaSelect
      aria-label={label}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Value);
      }}
    >
      <Button
        className={classNames(chips.chip, styles.trigger)}
        {...(isNarrowing ? { 'data-narrowing': true } : {})}
      >
        {/* Drawn by the style sheet: the name of the button has it already, and would say it twice. */}
        <span className={styles.label} data-label={label} />
        <SelectValue className={classNames(styles.value)} />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
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
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
