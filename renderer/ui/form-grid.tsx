import type { ReactNode } from 'react';
import styles from './form-grid.module.css';

/** Twelve columns, 12 px apart. Labels stand above their fields, so longer languages fit. */
export function FormGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}

type Span = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** A place of the form grid, `span` columns wide. */
export function Col({ span, children }: { span: Span; children: ReactNode }) {
  return (
    <div className={styles.col} data-span={span}>
      {children}
    </div>
  );
}
