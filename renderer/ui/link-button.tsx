import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Kbd } from './kbd.tsx';
import styles from './link-button.module.css';

export interface LinkButtonProps {
  children: ReactNode;
  onPress: () => void;
  /** shortcut shown after the words; the app binds it */
  keys?: string | readonly string[] | undefined;
  /** the link lies on a solid dark band */
  onDark?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

/** An action that reads as a link: Edit, Show, Undo beside the thing it is about. */
export function LinkButton({ children, onPress, keys, onDark = false, isDisabled = false }: LinkButtonProps) {
  return (
    <span className={styles.wrap}>
      <Button
        className={styles.link ?? ''}
        onPress={onPress}
        isDisabled={isDisabled}
        data-on-dark={onDark || undefined}
      >
        {children}
      </Button>
      {keys && <Kbd keys={keys} />}
    </span>
  );
}
