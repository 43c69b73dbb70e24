import styles from './change-lines.module.css';
import { InlineError } from './inline-error.tsx';
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
  /** why they did not come */
  error?: string | undefined;
}

/** Who changed what and when, under what it is about. */
export function ChangeLines({ title, lines, empty, error }: ChangeLinesProps) {
  return (
    <section>
      <SectionHead level={3} title={title} />
      <InlineError>{error}</InlineError>
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
