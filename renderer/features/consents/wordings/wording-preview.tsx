import { useState } from 'react';
import type { Purpose } from '#shared/features/consents/purposes.ts';
import { type InEveryLanguage, languages } from '#shared/values/language.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts, useTextsIn } from '../../../locales/use-texts.ts';
import { SectionHead } from '../../../ui/section-head.tsx';
import { SegmentedAnswer } from '../../../ui/segmented-answer.tsx';
import { Wording } from '../../../ui/wording.tsx';
import styles from './wordings-page.module.css';

/** The text as a customer would read it, while it is being written. */
export function WordingPreview({ purpose, texts }: { purpose: Purpose; texts: InEveryLanguage }) {
  const t = useTexts();
  const [language, setLanguage] = useState(usePreferences().language);
  const inLanguage = useTextsIn(language);
  return (
    <section className={styles.preview}>
      <SectionHead
        level={3}
        title={t('consents:wordings.preview')}
        end={
          <SegmentedAnswer
            small
            isLabelHidden
            label={t('consents:customerView.language')}
            choices={languages.map((value) => ({
              value,
              label: t(`consents:customerView.languages.${value}`),
            }))}
            value={language}
            onChange={setLanguage}
          />
        }
      />
      <div className={styles.paper} lang={language}>
        <h4>{inLanguage(`words:purposes.${purpose}`)}</h4>
        <Wording text={texts[language]} lang={language} />
      </div>
    </section>
  );
}
