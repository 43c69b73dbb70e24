import type { ReactNode, Ref } from 'react';
import styles from './record-panel.module.css';

/** One question of the panel. The label belongs to the field inside; `end` stands at the end of its row. */
export function Step({
  name,
  end,
  ref,
  children,
}: {
  name: string;
  end?: ReactNode;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
}) {
  return (
    <div ref={ref} className={styles.step} data-step={name}>
      {children}
      {end && <span className={styles.end}>{end}</span>}
    </div>
  );
}
