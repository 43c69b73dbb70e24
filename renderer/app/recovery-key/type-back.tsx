import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { sameRecoveryGroup } from '#shared/values/recovery-key.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { focusField } from '../../ui/focus-field.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './recovery-key.module.css';

/** What was typed back from paper: group number to text. */
export type TypedGroup = { number: number; text: string };

/** For a submit button that stands outside the form. */
export const typeBackFormId = 'recovery-key-groups';

interface TypeBackProps {
  groups: readonly string[];
  asked: readonly [number, number];
  onDone: (typed: TypedGroup[]) => void;
}

/** Two covered groups of the recovery key, typed from the paper. The register compares them once more. */
export function TypeBack({ groups, asked, onDone }: TypeBackProps) {
  const t = useTexts();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isTried, setIsTried] = useState(false);
  const isRight = (number: number) => sameRecoveryGroup(typed[number] ?? '', groups[number - 1] ?? '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const wrong = asked.find((number) => !isRight(number));
    if (wrong === undefined) onDone(asked.map((number) => ({ number, text: typed[number] ?? '' })));
    else focusField(`group-${wrong}`);
  };
  return (
    <form id={typeBackFormId} noValidate className={styles.confirm} onSubmit={submit}>
      <div>
        <h2>{t('auth:key.confirmTitle')}</h2>
        <p>{t('auth:key.confirm', { first: asked[0], second: asked[1] })}</p>
      </div>
      {asked.map((number, index) => (
        <TextField
          key={number}
          id={`group-${number}`}
          isMono
          autoFocus={index === 0}
          maxLength={8}
          label={t('auth:key.group', { number })}
          value={typed[number] ?? ''}
          onChange={(text) => setTyped({ ...typed, [number]: text })}
          suffix={isRight(number) && <Check size={16} aria-hidden="true" />}
          suffixTone="ok"
          error={isTried && !isRight(number) ? t('auth:key.groupDiffers') : undefined}
        />
      ))}
    </form>
  );
}
