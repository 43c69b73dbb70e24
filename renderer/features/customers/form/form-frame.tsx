import { type ReactNode, useId } from 'react';
import { useTexts } from '../../../locales/use-texts.ts';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary.tsx';
import styles from './form-frame.module.css';

interface FormFrameProps {
  title: string;
  /** small words after the title */
  meta: ReactNode;
  problems: readonly FieldProblem[];
  /** the numbered sections */
  children: ReactNode;
  /** what stands beside them */
  aside?: ReactNode;
  /** buttons, the primary one last */
  footer: ReactNode;
}

/** The frame of the customer form: title and what is still wrong, the sections, the buttons. */
export function FormFrame({ title, meta, problems, children, aside, footer }: FormFrameProps) {
  const t = useTexts();
  const titleId = useId();
  return (
    <form
      noValidate
      aria-labelledby={titleId}
      className={styles.frame}
      onSubmit={(event) => event.preventDefault()}
    >
      <header className={styles.head}>
        <div className={styles.title}>
          <h1 id={titleId}>{title}</h1>
          <p>{meta}</p>
        </div>
        <ErrorSummary title={t('customers:form.fix', { count: problems.length })} problems={problems} />
      </header>
      <div className={styles.body} data-with-aside={aside !== undefined || undefined}>
        <div className={styles.sections}>{children}</div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </div>
      <footer className={styles.foot}>{footer}</footer>
    </form>
  );
}
