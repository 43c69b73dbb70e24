import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Says what will come here and offers the one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <b>{title}</b>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
