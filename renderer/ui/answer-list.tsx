import styles from './answer-list.module.css';
import type { Choice, ChoiceProps } from './choice.ts';
import { ChoiceGroup } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

export interface AnswerListProps<Value extends string> extends Omit<ChoiceProps<Value>, 'choices'> {
  /** `tone: 'stop'` writes the words of a prohibition in its red; size and weight stay equal */
  choices: readonly (Choice<Value> & { tone?: 'stop' | undefined })[];
}

/** Answers under each other, each with its mark, consequence and key; all equal in size and weight. */
export function AnswerList<Value extends string>({ choices, ...props }: AnswerListProps<Value>) {
  const toneOf = new Map(choices.map((choice) => [choice.value, choice.tone]));
  return (
    <ChoiceGroup
      {...props}
      choices={choices}
      orientation="vertical"
      groupClass={styles.answers}
      choiceClass={classNames(styles.answer)}
    >
      {(choice) => (
        <>
          <span className={styles.icon}>{choice.icon}</span>
          <b data-tone={toneOf.get(choice.value)}>{choice.label}</b>
          <span className={styles.note}>{choice.note}</span>
          {choice.keys && <Kbd keys={choice.keys} />}
        </>
      )}
    </ChoiceGroup>
  );
}
