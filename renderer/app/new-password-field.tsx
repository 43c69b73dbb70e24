import { useEffect, useState } from 'react';
import { type PasswordStrength, passwordStrength } from '#shared/password-strength.ts';
import { type Translate, useTexts } from '../locales/use-texts.ts';
import type { Binding } from '../ui/form/controlled.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { StrengthMeter } from '../ui/strength-meter.tsx';
import { passwordHintText } from './fault-text.ts';
import { passwordTexts } from './password-texts.ts';

interface NewPasswordFieldProps {
  label: string;
  field: Binding<string>;
  /** What a guesser knows: names, clinic, town. */
  userInputs: readonly string[];
  autoFocus?: boolean;
}

/** A password being chosen, with the strength that the register will judge it by. */
export function NewPasswordField({ label, field, userInputs, autoFocus = false }: NewPasswordFieldProps) {
  const t = useTexts();
  const strength = useStrength(field.value, userInputs);
  const score = meterScore(field.value, strength);
  return (
    <PasswordField {...field} autoFocus={autoFocus} label={label} texts={passwordTexts(t)}>
      <StrengthMeter
        label={t('auth:strength.label')}
        score={score}
        word={score === 0 ? '' : t(`auth:strength.words.${words[score - 1] ?? 'veryWeak'}`)}
        advice={advice(t, field.value, strength)}
      />
    </PasswordField>
  );
}

const words = ['veryWeak', 'weak', 'notYet', 'strong', 'veryStrong'] as const;

/** zxcvbn's 0–4 on the meter's 1–5; an empty field has none lit. */
function meterScore(password: string, strength: PasswordStrength | null): 0 | 1 | 2 | 3 | 4 | 5 {
  if (password === '' || !strength) return 0;
  return ([1, 2, 3, 4, 5] as const)[strength.score];
}

function advice(t: Translate, password: string, strength: PasswordStrength | null): string {
  if (password === '') return t('auth:strength.empty');
  if (!strength) return t('auth:strength.checking');
  if (strength.hint) return passwordHintText(t, strength.hint);
  return t('auth:strength.length', { count: [...password].length });
}

/** Null until the dictionaries have been loaded and the newest password judged. */
function useStrength(password: string, userInputs: readonly string[]): PasswordStrength | null {
  const [judged, setJudged] = useState<PasswordStrength | null>(null);
  const known = userInputs.join('\n');
  useEffect(() => {
    let isOld = false;
    const judge = async () => {
      const strength = await passwordStrength(password, known.split('\n'));
      if (!isOld) setJudged(strength);
    };
    void judge();
    return () => {
      isOld = true;
    };
  }, [password, known]);
  return judged;
}
