import type { Translate } from '../locales/use-texts.ts';
import type { PasswordFieldTexts } from '../ui/password-field.tsx';

/** The small words of every password field. */
export function passwordTexts(t: Translate): PasswordFieldTexts {
  return { show: t('password.show'), hide: t('password.hide'), capsLock: t('password.capsLock') };
}
