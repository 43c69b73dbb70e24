import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './key-bar.module.css';

/** The bottom edge of the window: what the keys do here, and the state of the register. */
export function KeyBar({ children, status }: { children: ReactNode; status: ReactNode }) {
  return (
    <footer className={styles.bar}>
      <div className={styles.keys}>{children}</div>
      <div className={styles.status}>{status}</div>
    </footer>
  );
}

/** One key of the bar; it can be pressed with the mouse too. Not a tab stop: the key itself is the quick way. */
export function KeyHint({
  keys,
  label,
  onPress,
}: {
  keys: string | readonly string[];
  label: string;
  onPress: () => void;
}) {
  return (
    <Button className={classNames(styles.hint)} onPress={onPress} excludeFromTabOrder preventFocusOnPress>
      <Kbd keys={keys} />
      <span>{label}</span>
    </Button>
  );
}

/** One piece of state at the right end. `ok` colours its icon, `warn` the whole piece. */
export function KeyBarStatus({
  icon,
  tone = 'plain',
  children,
}: {
  icon?: ReactNode;
  tone?: 'plain' | 'ok' | 'warn' | 'stop';
  children: ReactNode;
}) {
  return (
    <span className={styles.piece} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
