import type { ReactNode } from 'react';
import styles from './definition-list.module.css';

/** Ruled rows of term and value. Holds `Definition`s. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

/** One row; `end` is for a note or a link at its right edge. */
export function Definition({ term, end, children }: { term: string; end?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{term}</dt>
      <dd>
        {children}
        {end && <span className={styles.end}>{end}</span>}
      </dd>
    </div>
  );
}
