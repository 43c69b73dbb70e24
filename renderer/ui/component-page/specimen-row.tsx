import type { ReactNode } from 'react';
import styles from '../component-page.module.css';

/** A named row of examples. */
export function SpecimenRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{name}</span>
      <div>{children}</div>
    </div>
  );
}

/** For examples whose presses lead nowhere. */
export function nothing(): void {}
