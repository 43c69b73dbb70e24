import type { ChoiceProps } from './choice.ts';
import styles from './choice-grid.module.css';
import { ChoiceGroup } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

/** Numbered tiles, three in a row, with a note under the name: a price list that is chosen from by 1–9. */
export function ChoiceGrid<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <ChoiceGroup {...props} groupClass={styles.grid} choiceClass={classNames(styles.tile)}>
      {(choice) => (
        <>
          {choice.keys && <Kbd keys={choice.keys} />}
          <span className={styles.words}>
            <b>{choice.label}</b>
            {choice.note && <small>{choice.note}</small>}
          </span>
        </>
      )}
    </ChoiceGroup>
  );
}
