import type { ReactNode } from 'react';
import styles from './change-lines.module.css';
import { SectionHead } from './section-head.tsx';

export interface ChangeLine {
  id: string;
  /** what was changed, from what to what */
  text: string;
  /** when, as it is written out */
  at: string;
  /** by whom */
  by: string;
}

export interface ChangeLinesProps {
  title: string;
  /** newest first; undefined until they have come */
  lines: readonly ChangeLine[] | undefined;
  /** said when there are none */
  empty?: string | undefined;
  /** why they did not come, when they did not */
  fault?: ReactNode;
}

/** Who changed what and when, under what it is about. */
export function ChangeLines({ title, lines, empty, fault }: ChangeLinesProps) {
  return (
    <section>
      <SectionHead level={3} title={title} />
      {fault}
      {lines?.length === 0 && empty !== undefined && <p className={styles.none}>{empty}</p>}
      <ul className={styles.lines}>
        {lines?.map(({ id, text, at, by }) => (
          <li key={id}>
            <span>{text}</span>
            <small>
              {at}, {by}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
