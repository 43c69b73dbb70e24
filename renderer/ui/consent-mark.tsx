import type { ReactNode } from 'react';
import styles from './consent-mark.module.css';

/**
 * Shape first, colour second. Circles are permissions: filled or ticked ones allow, empty grey ones do not.
 * The square is a prohibition and wins over every circle.
 */
export type MarkState =
  | 'given'
  | 'expiring'
  | 'old-wording'
  | 'allowed-without-consent'
  | 'customer-exception'
  | 'not-given'
  | 'withdrawn'
  | 'not-asked'
  | 'prohibition'
  | 'restricted';

export interface ConsentMarkProps {
  state: MarkState;
  /** The state in words. Leave out only when the same words stand beside the mark: then it is decorative. */
  label?: string | undefined;
  /** px; 15 in lists, 16 in bands, 22 alone */
  size?: number | undefined;
  /** the mark lies on the solid red of a prohibition */
  onSolid?: boolean | undefined;
}

export function ConsentMark({ state, label, size = 15, onSolid }: ConsentMarkProps) {
  const drawing = (
    <svg
      aria-hidden="true"
      className={styles.mark}
      data-tone={TONE[state]}
      data-on-solid={onSolid || undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
    >
      {SHAPE[state]}
    </svg>
  );
  if (!label) return drawing;
  return (
    <span role="img" aria-label={label} title={label} className={styles.named}>
      {drawing}
    </span>
  );
}

const TONE: Record<MarkState, 'ok' | 'warn' | 'stop' | 'hold' | 'none'> = {
  given: 'ok',
  expiring: 'warn',
  'old-wording': 'ok',
  'allowed-without-consent': 'ok',
  'customer-exception': 'ok',
  'not-given': 'none',
  withdrawn: 'none',
  'not-asked': 'none',
  prohibition: 'stop',
  restricted: 'hold',
};

const ring = <circle cx="8" cy="8" r="6.1" className={styles.stroke} />;

const SHAPE: Record<MarkState, ReactNode> = {
  given: (
    <>
      <circle cx="8" cy="8" r="7" className={styles.fill} />
      <path d="m4.9 8.2 2.2 2.2 4-4.6" className={styles.cut} />
    </>
  ),
  expiring: (
    <>
      {ring}
      <path d="M8 8V3.6A4.4 4.4 0 1 1 3.6 8Z" className={styles.fill} />
    </>
  ),
  'old-wording': (
    <>
      {ring}
      <path d="m5.2 8.2 2 2 3.6-4.1" className={styles.tick} />
    </>
  ),
  // a whole ring around an open way: nobody said yes, and nothing stands against it
  'allowed-without-consent': (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.3" className={styles.fill} />
    </>
  ),
  // half full: the way is open as long as the conditions of the law hold
  'customer-exception': (
    <>
      {ring}
      <path d="M1.9 8h12.2a6.1 6.1 0 0 1-12.2 0Z" className={styles.fill} />
    </>
  ),
  'not-given': (
    <>
      {ring}
      <path d="M5 8h6" className={styles.stroke} />
    </>
  ),
  withdrawn: (
    <>
      {ring}
      <path d="m4 12 8-8" className={styles.stroke} />
    </>
  ),
  'not-asked': <circle cx="8" cy="8" r="6.1" className={styles.dashed} />,
  prohibition: (
    <>
      <rect x=".8" y=".8" width="14.4" height="14.4" rx="2" className={styles.fill} />
      <path d="M4 8h8" className={styles.bar} />
    </>
  ),
  restricted: (
    <>
      <rect x=".8" y=".8" width="14.4" height="14.4" rx="7.2" className={styles.fill} />
      <path d="M6.2 5v6M9.8 5v6" className={styles.cut} />
    </>
  ),
};
