import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './field.module.css';

/** The error sentence for things that are not react-aria fields; point `aria-describedby` at its id. */
export function InlineError({ id, children }: { id?: string | undefined; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={id} className={styles.error}>
      <CircleAlert size={15} aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
