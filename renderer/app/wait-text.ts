import type { Translate } from '../locales/use-texts.ts';

/** `4 min 12 s`, or `12 s` under a minute. */
export function waitText(t: Translate, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0
    ? t('auth:signIn.minutesAndSeconds', { minutes, seconds: seconds % 60 })
    : t('auth:signIn.seconds', { seconds });
}
