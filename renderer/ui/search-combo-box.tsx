import { useEffect, useEffectEvent, useState } from 'react';
import { ComboBox, ListBoxItem, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { ComboInput, ComboList } from './combo-parts.tsx';
import { defined } from './defined.ts';
import { FieldLabel, FieldNotes, type FieldTexts, fieldClass, fieldState } from './field.tsx';
import { MatchedText } from './matched-text.tsx';
import popup from './popup.module.css';
import type { Option } from './select.tsx';

export interface SearchComboBoxProps<Value extends string> extends FieldTexts {
  id?: string | undefined;
  /** what has been typed; the options are what was found with it */
  text: string;
  onTextChange: (text: string) => void;
  options: readonly Option<Value>[];
  /** the options are what was found with `text`, not with what stood there before it */
  isFound: boolean;
  /** its label is what the owner then gives as `text` */
  onPick: (value: Value) => void;
  emptyText: string;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
}

/** Finds one thing among many while typing: the options come from outside. Arrows move, Enter picks (the first, if none is chosen), Esc closes. */
export function SearchComboBox<Value extends string>(props: SearchComboBoxProps<Value>) {
  const { id, text, onTextChange, options, isFound, onPick, emptyText, autoFocus, maxLength } = props;
  /** Enter came before what was found with this text: the first of it is picked when it is here. */
  const [awaited, setAwaited] = useState<string | null>(null);
  /** What stands in the box because it was picked: there is nothing more to find. */
  const [picked, setPicked] = useState<string | null>(null);
  const isPicked = picked === text && text !== '';
  const pick = (value: string | undefined) => {
    const option = options.find((one) => one.value === value);
    if (!option) return;
    setPicked(option.label);
    onPick(option.value);
  };
  const takeFirst = useEffectEvent(() => {
    setAwaited(null);
    if (awaited === text) pick(options[0]?.value);
  });
  useEffect(() => {
    if (awaited !== null && isFound) takeFirst();
  }, [awaited, isFound]);
  return (
    <ComboBox
      {...fieldState(props)}
      {...defined({ id, autoFocus })}
      items={isPicked ? [] : options}
      inputValue={text}
      onInputChange={onTextChange}
      value={null}
      onChange={(key) => pick(key === null ? undefined : String(key))}
      allowsCustomValue
      allowsEmptyCollection={text !== '' && !isPicked}
      menuTrigger="input"
      className={fieldClass(props)}
    >
      <FieldLabel {...props} />
      <ComboInput maxLength={maxLength} onFirst={() => setAwaited(text)} />
      <FieldNotes {...props} />
      <Popover className={classNames(popup.popup)} offset={3}>
        <ComboList<Option<Value>> emptyText={emptyText}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={classNames(popup.option)}>
              <MatchedText text={option.label} typed={text} />
              {option.detail && <span className={popup.detail}>{option.detail}</span>}
            </ListBoxItem>
          )}
        </ComboList>
      </Popover>
    </ComboBox>
  );
}
