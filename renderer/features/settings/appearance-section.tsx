import { Link } from '@tanstack/react-router';
import { themeSchema } from '#shared/desktop.ts';
import { languages } from '#shared/values/language.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { SectionHead } from '../../ui/section-head.tsx';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';
import styles from './settings-page.module.css';

/** Theme and language of this computer; they take effect at once. */
export function AppearanceSection() {
  const t = useTexts();
  const { theme, language, development, change } = usePreferences();
  return (
    <section className={styles.section} aria-labelledby="settings-appearance">
      <SectionHead id="settings-appearance" title={t('settings:appearance.title')} />
      <div className={styles.fields}>
        <SegmentedAnswer
          label={t('settings:appearance.theme')}
          choices={themeSchema.options.map((value) => ({
            value,
            label: t(`settings:appearance.themes.${value}`),
          }))}
          value={theme}
          onChange={(chosen) => change({ theme: chosen })}
        />
        <SegmentedAnswer
          label={t('settings:appearance.language')}
          choices={languages.map((value) => ({
            value,
            label: t(`settings:appearance.languages.${value}`),
          }))}
          value={language}
          onChange={(chosen) => change({ language: chosen })}
        />
      </div>
      <p className={styles.note}>{t('settings:appearance.note')}</p>
      {development && <Link to="/components">{t('settings:appearance.components')}</Link>}
    </section>
  );
}
