import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { defined } from './defined.ts';
import { Kbd } from './kbd.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-solid' | 'ghost';

interface Common {
  onPress?: (() => void) | undefined;
  /** One `primary` per view; `danger` in a view, `danger-solid` only in a dialog; `ghost` on the dark spine. */
  variant?: ButtonVariant | undefined;
  small?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  id?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
  'aria-describedby'?: string | undefined;
  'aria-expanded'?: boolean | undefined;
}

export interface ButtonProps extends Common {
  children: ReactNode;
  type?: 'button' | 'submit' | undefined;
  /** id of the form that a submit button outside of it belongs to */
  form?: string | undefined;
  /** shortcut shown inside the button; the app binds it */
  keys?: string | readonly string[] | undefined;
  icon?: ReactNode;
  /** Work is under way: the button keeps its place and focus but does nothing. */
  isPending?: boolean | undefined;
}

export function Button({ children, keys, icon, variant = 'secondary', small, ...rest }: ButtonProps) {
  return (
    <AriaButton {...defined(rest)} className={buttonClass(variant, small)}>
      {icon}
      {children}
      {keys && <Kbd keys={keys} />}
    </AriaButton>
  );
}

export interface IconButtonProps extends Common {
  /** what the button does, in words; shown to assistive technology and as the tooltip of the platform */
  label: string;
  icon: ReactNode;
}

/** For close, copy and the like. Actions of the reception always have words: use `Button`. */
export function IconButton({ label, icon, variant = 'quiet', small, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...defined(rest)}
      aria-label={label}
      className={classNames(buttonClass(variant, small), styles.icon)}
    >
      {icon}
    </AriaButton>
  );
}

function buttonClass(variant: ButtonVariant, small: boolean | undefined): string {
  return classNames(styles.button, styles[variant], small && styles.small);
}
