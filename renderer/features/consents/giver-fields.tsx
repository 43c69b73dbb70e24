import type { Answering } from '#shared/features/consents/giver.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { FieldBinding } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { giversToChoose, isNamed } from './giver-choice.ts';
import styles from './giver-fields.module.css';

interface GiverFieldsProps {
  label: string;
  answering: Answering;
  /** what `chosenGiver` says is chosen */
  giver: FieldBinding<string | null> & { error?: string | undefined };
  giverName: FieldBinding<string> & { error?: string | undefined };
  /** the name takes the focus when it comes to the screen */
  focusesName?: boolean | undefined;
  /** said under the choice: what follows from it */
  note?: string | undefined;
}

/** Who gave the answer: one of those whom the register knows, or another by name. */
export function GiverFields({ label, answering, giver, giverName, focusesName, note }: GiverFieldsProps) {
  const t = useTexts();
  return (
    <div className={styles.giver}>
      <ChoiceChips {...giver} small label={label} choices={giversToChoose(t, answering)} help={note} />
      {isNamed(giver.value) && (
        <div className={styles.name}>
          <TextField
            {...giverName}
            label={t('consents:giver.name')}
            help={giver.value === 'representative' ? t('consents:giver.representativeHelp') : undefined}
            maxLength={120}
            autoFocus={focusesName}
          />
        </div>
      )}
    </div>
  );
}
