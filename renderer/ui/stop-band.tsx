import type { ReactNode } from 'react';
import { ConsentMark } from './consent-mark.tsx';
import styles from './stop-band.module.css';

export interface BandProps {
  /** the prohibition or restriction in one or two words; never cut */
  title: string;
  /** since when, which channels, by whom */
  children?: ReactNode;
  /** the way to take it back */
  action?: ReactNode;
}

/** A prohibition: the only solid dark red thing on a screen. */
export function StopBand(props: BandProps) {
  return <Band {...props} tone="stop" />;
}

/** Restricted processing: violet, always under the prohibitions. */
export function HoldBand(props: BandProps) {
  return <Band {...props} tone="hold" />;
}

/** At most two bands under the name; in a narrow place they stand side by side without their texts. */
export function AlertStrip({ children }: { children: ReactNode }) {
  return <div className={styles.strip}>{children}</div>;
}

/** What a prohibition overrides: hatched and struck through, still readable. */
export function Overridden({ children }: { children: ReactNode }) {
  return <s className={styles.overridden}>{children}</s>;
}

function Band({ tone, title, children, action }: BandProps & { tone: 'stop' | 'hold' }) {
  return (
    <div className={styles.band} data-tone={tone}>
      <div className={styles.flag}>
        <ConsentMark
          state={tone === 'stop' ? 'prohibition' : 'restricted'}
          size={16}
          onSolid={tone === 'stop'}
        />
        {title}
      </div>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
