import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { ConsentMark } from './consent-mark.tsx';

export type BannerTone = 'info' | 'warn' | 'stop' | 'ok' | 'hold';

export interface BannerProps {
  tone: BannerTone;
  /** what happened; the children say what to do */
  title?: ReactNode;
  children?: ReactNode;
  /** buttons at the end */
  actions?: ReactNode;
  /** one low row, title and text on the same line */
  isSlim?: boolean | undefined;
  /** `alert` interrupts (an error that needs action now), `status` waits for a pause; none for text that was always there */
  role?: 'alert' | 'status' | undefined;
}

/** First what happened, then what to do about it. */
export function Banner({ tone, title, children, actions, isSlim, role }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} data-slim={isSlim || undefined} role={role}>
      <BannerIcon tone={tone} />
      <div className={styles.text}>
        {title && <b>{title}</b>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

function BannerIcon({ tone }: { tone: BannerTone }) {
  if (tone === 'hold') return <ConsentMark state="restricted" size={16} />;
  const Icon = { info: Info, warn: TriangleAlert, stop: CircleAlert, ok: CircleCheck }[tone];
  return <Icon size={16} aria-hidden="true" />;
}
