import type { ReactNode, Ref } from 'react';
import styles from './panel-frame.module.css';

export interface PanelFrameProps {
  title: string;
  titleId: string;
  /** whom or what it is about, after the title */
  subject?: ReactNode;
  /** at the end of the title row */
  end?: ReactNode;
  children: ReactNode;
  /** buttons at the foot, the primary one last; put what belongs to the left in first with `<PanelFootStart>` */
  footer?: ReactNode;
  bodyRef?: Ref<HTMLDivElement> | undefined;
}

/** Head, scrolling body and foot of a panel. `SidePanel` opens and closes; a pane that is always there uses this alone. */
export function PanelFrame({ title, titleId, subject, end, children, footer, bodyRef }: PanelFrameProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {subject && <span className={styles.subject}>{subject}</span>}
        {end && <span className={styles.end}>{end}</span>}
      </div>
      <div ref={bodyRef} className={styles.body}>
        {children}
      </div>
      {footer && <div className={styles.foot}>{footer}</div>}
    </div>
  );
}

/** Pushes what it holds to the start of a panel's foot. */
export function PanelFootStart({ children }: { children: ReactNode }) {
  return <div className={styles.footStart}>{children}</div>;
}
