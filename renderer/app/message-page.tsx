import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './message-page.module.css';

/** A whole screen that has only something to say. */
export function MessagePage({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <EmptyState isPage title={title} action={action}>
        {children}
      </EmptyState>
    </div>
  );
}
