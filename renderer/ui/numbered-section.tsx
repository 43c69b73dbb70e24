import { type ReactNode, useId } from 'react';
import styles from './numbered-section.module.css';

export interface NumberedSectionProps {
  number: number;
  title: string;
  /** one sentence under the title */
  hint?: ReactNode;
  /** button at the end of the title row */
  action?: ReactNode;
  children?: ReactNode;
}

/** A part of a long form, with its number in the 28 px margin. */
export function NumberedSection({ number, title, hint, action, children }: NumberedSectionProps) {
  const titleId = useId();
  return (
    <fieldset className={styles.section} aria-labelledby={titleId}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.head}>
        <div>
          <h2 id={titleId}>{title}</h2>
          {hint && <p className={styles.hint}>{hint}</p>}
        </div>
        {action}
      </div>
      {children && <div className={styles.content}>{children}</div>}
    </fieldset>
  );
}
