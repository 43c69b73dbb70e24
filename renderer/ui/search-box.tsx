import { Search } from 'lucide-react';
import type { InputHTMLAttributes, Ref } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './search-box.module.css';

export interface SearchBoxProps
  extends Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'id'
    | 'role'
    | 'maxLength'
    | 'onFocus'
    | 'aria-controls'
    | 'aria-expanded'
    | 'aria-activedescendant'
    | 'aria-autocomplete'
    | 'aria-describedby'
  > {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: InputHTMLAttributes<HTMLInputElement>['onKeyDown'] | undefined;
  keys?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  autoFocus?: boolean | undefined;
}

/** The large search at the head of a list. As a `combobox` it keeps the focus while arrows move the list's selection. */
export function SearchBox({ label, value, onChange, keys, ref, ...input }: SearchBoxProps) {
  return (
    <div className={styles.box}>
      <Search size={18} aria-hidden="true" />
      <input
        {...input}
        ref={ref}
        type="text"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
      {keys && (
        <span className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </div>
  );
}
