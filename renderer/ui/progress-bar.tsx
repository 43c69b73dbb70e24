import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './progress-bar.module.css';

export interface ProgressBarProps {
  /** what is being done */
  label: string;
  done: number;
  total: number;
  /** how many of how many in words; `14 / 41` when left out */
  valueText?: string | undefined;
  /** Work can always be stopped; without these it is finished. */
  stop?: { label: string; onPress: () => void } | undefined;
}

/** Says how many of how many. Moves only when the number does. */
export function ProgressBar({ label, done, total, valueText, stop }: ProgressBarProps) {
  const value = valueText ?? `${done} / ${total}`;
  const percent = total > 0 ? Math.round((Math.min(done, total) / total) * 100) : 0;
  return (
    <div className={styles.row}>
      <AriaProgressBar
        className={classNames(styles.progress)}
        value={done}
        minValue={0}
        maxValue={Math.max(total, 1)}
        valueLabel={value}
      >
        <div className={styles.words}>
          <Label>{label}</Label>
          <span className={styles.value}>{value}</span>
        </div>
        <div className={styles.track} data-done={(total > 0 && done >= total) || undefined}>
          <i style={{ width: `${percent}%` }} />
        </div>
      </AriaProgressBar>
      {stop && (
        <Button small onPress={stop.onPress}>
          {stop.label}
        </Button>
      )}
    </div>
  );
}
