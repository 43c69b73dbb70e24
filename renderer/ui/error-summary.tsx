import { Banner } from './banner.tsx';
import styles from './error-summary.module.css';
import { focusField } from './focus-field.ts';

export interface FieldProblem {
  /** id given to the field */
  id: string;
  /** the field's own label */
  label: string;
}

export interface ErrorSummaryProps {
  /** for example "Korjaa vielä 2 kohtaa:" */
  title: string;
  problems: readonly FieldProblem[];
}

/** The strip in a form's header that lists the fields to mend; each link moves the focus to its field. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <Banner tone="stop" isSlim role="alert" title={title}>
      <ul className={styles.list}>
        {problems.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                // the address after # belongs to the router
                event.preventDefault();
                focusField(id);
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
