import { Radio, RadioGroup } from 'react-aria-components';
import { type Language, languages } from '#shared/values/language.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './language-switch.module.css';

/** Each language by its own name, so that everyone finds theirs. */
export function LanguageSwitch() {
  const t = useTexts();
  const { language, change } = usePreferences();
  return (
    <RadioGroup
      aria-label={t('auth:language')}
      orientation="horizontal"
      value={language}
      onChange={(chosen) => change({ language: chosen as Language })}
      className={classNames(styles.languages)}
    >
      {languages.map((choice) => (
        <Radio key={choice} value={choice} lang={choice} className={classNames(styles.language)}>
          {t(`auth:ownNames.${choice}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
