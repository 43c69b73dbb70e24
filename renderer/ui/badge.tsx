import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'plain' | 'ok' | 'warn' | 'stop' | 'stop-solid' | 'hold' | 'info';

/** Words in a thin frame. `stop-solid` is for prohibitions only. An icon is decorative: the word says it. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
