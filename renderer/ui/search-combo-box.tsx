import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import { FieldLabel, FieldNotes, type FieldTexts, fieldClass, fieldState } from './field.tsx';
import inputStyles from './input.module.css';
import { MatchedText } from './matched-text.tsx';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

export interface SearchComboBoxProps<Value extends string> extends FieldTexts {
  id?: string | undefined;
  /** what has been typed; the options are what was found with it */
  text: string;
  onTextChange: (text: string) => void;
  options: readonly Option<Value>[];
  onPick: (value: Value) => void;
  emptyText: string;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
}

/** Finds one thing among many while typing: the options come from outside. Arrows move, Enter picks, Esc closes. */
export function SearchComboBox<Value extends string>(props: SearchComboBoxProps<Value>) {
  const { id, text, onTextChange, options, onPick, emptyText, autoFocus, maxLength } = props;
  return (
    <ComboBox
      {...fieldState(props)}
      {...defined({ id, autoFocus })}
      items={options}
      inputValue={text}
      onInputChange={onTextChange}
      value={null}
      onChange={(key) => {
        if (key !== null) onPick(key as Value);
      }}
      allowsCustomValue
      allowsEmptyCollection={text !== ''}
      menuTrigger="input"
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <Input {...defined({ maxLength })} className={classNames(inputStyles.input)} />
      <FieldNotes {...props} />
      <Popover className={classNames(popup.popup)} offset={3}>
        <ListBox<Option<Value>>
          className={classNames(popup.list)}
          renderEmptyState={() => <p className={popup.empty}>{emptyText}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={classNames(popup.option)}>
              <MatchedText text={option.label} typed={text} />
              {option.detail && <span className={popup.detail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
