import { MonitorUp } from 'lucide-react';
import { useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Wording as WordingVersion } from '#shared/features/consents/contract.ts';
import { languages } from '#shared/values/language.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { dayOf } from '../cells.ts';
import type { EntryForm } from './entry-form.ts';
import styles from './record-panel.module.css';

/** The exact words that are read to the customer, with their version; switched to the customer's language. */
export function WordingStep({
  form,
  wording,
  onShow,
}: {
  form: UseFormReturn<EntryForm>;
  wording: WordingVersion;
  onShow: () => void;
}) {
  const t = useTexts();
  const headId = useId();
  const language = form.watch('language');
  const [open, close] = language === 'en' ? ['“', '”'] : ['”', '”'];
  return (
    <section className={styles.step} aria-labelledby={headId}>
      <div className={styles.stepHead}>
        <h3 id={headId}>{t('consents:record.wording')}</h3>
        <span>
          {t('consents:record.wordingVersion', {
            version: wording.version,
            date: dayOf(wording.publishedAt),
          })}
        </span>
      </div>
      <div className={styles.wordBox}>
        <p lang={language}>{`${open}${wording.texts[language]}${close}`}</p>
        <div className={styles.wordActions}>
          <Button small keys="F10" icon={<MonitorUp size={15} aria-hidden="true" />} onPress={onShow}>
            {t('consents:record.showCustomer')}
          </Button>
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <Button
                key={other}
                small
                variant="quiet"
                onPress={() => form.setValue('language', other, { shouldDirty: true })}
              >
                <span lang={other}>{t(`consents:customerView.languages.${other}`)}</span>
              </Button>
            ))}
        </div>
      </div>
    </section>
  );
}
