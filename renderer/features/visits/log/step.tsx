import type { ReactNode } from 'react';
import styles from './log-visit-panel.module.css';

interface StepProps {
  title: string;
  /** small words after the title */
  meta?: ReactNode;
  /** at the end of the title's row */
  end?: ReactNode;
  children: ReactNode;
}

/** One question of the panel under its heading. */
export function Step({ title, meta, end, children }: StepProps) {
  return (
    <div className={styles.step}>
      <div className={styles.stepHead}>
        <h3>{title}</h3>
        {meta && <span className={styles.meta}>{meta}</span>}
        {end && <span className={styles.end}>{end}</span>}
      </div>
      {children}
    </div>
  );
}
