import { Check, Minus } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import { InlineError } from './inline-error.tsx';

export interface CheckboxProps {
  children: ReactNode;
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  id?: string | undefined;
  error?: string | undefined;
  /** some of the rows that this box stands for are chosen */
  isMixed?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

/** One yes or no. Never ticked before the person has ticked it. */
export function Checkbox({ children, isMixed, error, ref, ...rest }: CheckboxProps) {
  const errorId = useId();
  const { isSelected, onChange, onBlur, id, isDisabled } = rest;
  return (
    <div className={styles.holder}>
      <AriaCheckbox
        {...defined({ onBlur, id, isDisabled, inputRef: ref })}
        isSelected={isSelected}
        onChange={onChange}
        isInvalid={Boolean(error)}
        validationBehavior="aria"
        isIndeterminate={isMixed ?? false}
        className={classNames(styles.checkbox)}
        {...(error ? { 'aria-describedby': errorId } : {})}
      >
        <CheckboxBox isMixed={isMixed ?? false} />
        <span>{children}</span>
      </AriaCheckbox>
      <InlineError id={errorId}>{error}</InlineError>
    </div>
  );
}

/** The square itself, drawn by the state of the label around it. */
export function CheckboxBox({ isMixed = false }: { isMixed?: boolean }) {
  const Icon = isMixed ? Minus : Check;
  return (
    <span className={styles.box}>
      <Icon size={13} strokeWidth={3} aria-hidden="true" />
    </span>
  );
}
