import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Says what will come here and offers the one next step. */
export function EmptyState({
  title,
  isPage = false,
  children,
  action,
}: {
  title: string;
  /** Nothing else is on the screen: the title is its heading. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Title = isPage ? 'h1' : 'b';
  return (
    <div className={styles.empty}>
      <Title className={styles.title}>{title}</Title>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
