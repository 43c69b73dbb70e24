import { ChevronDown } from 'lucide-react';
import { use } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { ComboInput, ComboList } from './combo-parts.tsx';
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
import { MatchedText } from './matched-text.tsx';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

export interface ComboBoxProps<Value extends string> extends FieldTexts, FieldBinding<Value | null> {
  options: readonly Option<Value>[];
  /** shown in the list when nothing matches what was typed */
  emptyText: string;
}

/** One of more than six choices: type or pick. Arrows move, Enter chooses (the first match, if none is chosen), Esc closes. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { options, value, onChange, onBlur, id, ref, isDisabled, emptyText } = props;
  return (
    <AriaComboBox
      {...fieldState(props)}
      {...defined({ onBlur, id, isDisabled })}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key as Value | null)}
      allowsEmptyCollection
      menuTrigger="input"
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <div className={classNames(inputStyles.wrap, inputStyles.hasSuffix)}>
        <ComboInput inputRef={ref} />
        <Button className={classNames(inputStyles.opener)}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <FieldNotes {...props} />
      <Popover className={classNames(popup.popup)} offset={3}>
        <ComboList<Option<Value>> emptyText={emptyText}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={classNames(popup.option)}>
              <OptionLabel text={option.label} />
              {option.detail && <span className={popup.detail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ComboList>
      </Popover>
    </AriaComboBox>
  );
}

/** Marks what was typed; a chosen value that stands in the box was not typed now. */
function OptionLabel({ text }: { text: string }) {
  const state = use(ComboBoxStateContext);
  const isTyped = state !== null && state.inputValue !== state.selectedItem?.textValue;
  return <MatchedText text={text} typed={isTyped ? state.inputValue : ''} />;
}
