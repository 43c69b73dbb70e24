import type { KeyboardEvent, ReactNode } from 'react';
import { use } from 'react';
import { ComboBoxStateContext, Input, ListBox } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import type { FieldBinding } from './field.tsx';
import inputStyles from './input.module.css';
import popup from './popup.module.css';

/** Typing offers the first match: Enter takes it, also before an arrow has gone to any. Tab never does. */
function useFirstMatch() {
  const state = use(ComboBoxStateContext);
  const isOffered =
    state !== null &&
    state.inputValue.trim() !== '' &&
    state.inputValue !== state.selectedItem?.textValue &&
    state.selectionManager.focusedKey === null;
  return { state, isOffered };
}

interface ComboInputProps {
  inputRef?: FieldBinding<unknown>['ref'];
  maxLength?: number | undefined;
  /** the list may still be of what was typed before: the first match is asked for, and taken by whoever knows */
  onFirst?: (() => void) | undefined;
}

export function ComboInput({ inputRef, maxLength, onFirst }: ComboInputProps) {
  const { state, isOffered } = useFirstMatch();
  const takeFirst = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
    if (key !== 'Enter' || ctrlKey || metaKey || !isOffered) return;
    const first = state?.isOpen ? state.collection.getFirstKey() : null;
    if (onFirst) onFirst();
    else if (first !== null && first !== undefined) state?.setSelectedKey(first);
  };
  return (
    <Input
      {...defined({ ref: inputRef, maxLength })}
      className={classNames(inputStyles.input)}
      onKeyDown={takeFirst}
    />
  );
}

interface ComboListProps<Value> {
  emptyText: string;
  children: (option: Value) => ReactNode;
}

/** The matches; the one that Enter would take is marked. */
export function ComboList<Value extends object>({ emptyText, children }: ComboListProps<Value>) {
  const { isOffered } = useFirstMatch();
  return (
    <ListBox<Value>
      className={classNames(popup.list, isOffered && popup.offersFirst)}
      renderEmptyState={() => <p className={popup.empty}>{emptyText}</p>}
    >
      {children}
    </ListBox>
  );
}
