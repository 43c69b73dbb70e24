import type { ChoiceProps } from './choice.ts';
import { ChoiceGroup } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './segmented-answer.module.css';

export interface SegmentedAnswerProps<Value extends string> extends ChoiceProps<Value> {
  small?: boolean | undefined;
  /** fills the width of the form column instead of hugging the words */
  isWide?: boolean | undefined;
}

/** Up to four answers, all visible, equal in size and weight. */
export function SegmentedAnswer<Value extends string>({
  small,
  isWide,
  ...props
}: SegmentedAnswerProps<Value>) {
  return (
    <ChoiceGroup
      {...props}
      groupClass={classNames(styles.group, small && styles.small, isWide && styles.wide)}
      choiceClass={styles.answer}
    >
      {(choice) => (
        <>
          {choice.icon}
          <span data-text={choice.label} className={styles.words}>
            {choice.label}
          </span>
          {choice.keys && <Kbd keys={choice.keys} />}
        </>
      )}
    </ChoiceGroup>
  );
}
