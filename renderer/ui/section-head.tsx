import type { ReactNode } from 'react';
import styles from './section-head.module.css';

export interface SectionHeadProps {
  title: string;
  /** id for `aria-labelledby` of the section */
  id?: string | undefined;
  level?: 2 | 3 | undefined;
  /** small words after the title */
  meta?: ReactNode;
  /** a link or a button at the end */
  end?: ReactNode;
}

/** The ruled heading of a section inside a pane. */
export function SectionHead({ title, id, level = 2, meta, end }: SectionHeadProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.head}>
      <Heading id={id}>{title}</Heading>
      {meta && <span className={styles.meta}>{meta}</span>}
      {end && <span className={styles.end}>{end}</span>}
    </div>
  );
}
