import { Meter } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './strength-meter.module.css';

export interface StrengthMeterProps {
  /** name of the meter for assistive technology */
  label: string;
  /** 0 (nothing typed or useless) to 5 */
  score: 0 | 1 | 2 | 3 | 4 | 5;
  /** the score in one word */
  word: string;
  /** what would make it better, or why it is good */
  advice?: string | undefined;
}

const STEPS = [1, 2, 3, 4, 5] as const;

/** Five bars and a word: the word carries the meaning, the bars and colour repeat it. */
export function StrengthMeter({ label, score, word, advice }: StrengthMeterProps) {
  const tone = score >= 4 ? 'ok' : score >= 2 ? 'warn' : 'stop';
  return (
    <Meter
      className={classNames(styles.meter)}
      aria-label={label}
      value={score}
      minValue={0}
      maxValue={5}
      valueLabel={word}
    >
      <div className={styles.bars} data-tone={tone}>
        {STEPS.map((step) => (
          <i key={step} data-on={step <= score || undefined} />
        ))}
      </div>
      <p className={styles.words}>
        {word && <b>{word}</b>}
        {advice && <span>{advice}</span>}
      </p>
    </Meter>
  );
}
